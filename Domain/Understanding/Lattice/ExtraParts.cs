using Restaurant.Domain.Understanding.Compile;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Readings of words as a part of an extra's name: "sourdough" for the sourdough toast.</summary>
internal sealed class ExtraParts(WordReadings readings) : NameParts(readings)
{
    private const int LongestModifier = 5;

    private readonly List<int> fitting = [];

    public void AddAt(int at)
    {
        Said.Clear();
        var cost = 0.0;
        var words = 0;
        string? why = null;
        for (var i = at; i < Wording.Count && words < LongestModifier;)
        {
            if (!TakeWord(Menu.ModifiersWith, words == 0, i, out var reading))
            {
                if (words == 0 || !Wording.At(i).IsJoining)
                    return;
                i++;
                continue;
            }

            Said.AddRange(reading.Stems);
            cost += reading.Cost;
            why = reading.Why ?? why;
            i += reading.Length;
            words += reading.Length;
            FindFitting();
            if (fitting.Count > 0 && !AreAllSmall())
                AddModifier(at, i, Weights.PartWord * words - Weights.Piece - 0.1 - cost, why ?? "part of the name");
        }
    }

    private void FindFitting()
    {
        fitting.Clear();
        foreach (var modifier in Names.Left)
        {
            foreach (var name in Menu.Modifiers[modifier].Names)
            {
                if (!Says(name))
                    continue;
                fitting.Add(modifier);
                break;
            }
        }
    }

    private void AddModifier(int at, int end, double gain, string why)
    {
        foreach (var segment in Lattice.Here)
        {
            if (segment.Kind != SegmentKind.Modifier || segment.End != end)
                continue;
            foreach (var named in segment.Modifiers)
                fitting.Remove(named);
            segment.PartOfModifiers = Fitting();
            return;
        }

        Lattice.Add(new(SegmentKind.Modifier, at, end, gain) { PartOfModifiers = Fitting(), Stems = Stems(), Why = why });
    }

    private bool Says(MenuName name)
    {
        foreach (var stem in Said)
        {
            if (!name.Stems.AsSpan().Contains(stem))
                return false;
        }

        return Said.Contains(name.Head) || LacksOnlyCarriers(name) || LacksOnlyKind(name) || IsAnyTelling();
    }

    // "sourdough" among the toasts.
    private bool LacksOnlyKind(MenuName name) =>
        Menu.NamesKindOfExtra[name.Head] && name.Stems.Length == Said.Count + 1 && !AreAllEveryday();

    private bool IsAnyTelling()
    {
        foreach (var stem in Said)
        {
            if (Tongue.IsTelling(stem))
                return true;
        }

        return false;
    }

    private int[] Fitting() => fitting.Count == 1 ? Menu.Modifiers[fitting[0]].Alone : [.. fitting];
}
