using Restaurant.Domain.Understanding.Compile;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Readings of words as a part of an extra's name: "sourdough" for the sourdough toast.</summary>
internal sealed class ExtraParts(WordReadings readings) : NameParts(readings)
{
    private const int LongestModifier = 5;

    private readonly List<int> fitting = [];

    public void AddAt(int at)
    {
        var run = Start(at);
        while (run.Words < LongestModifier && GoOn(Menu.ModifiersWith, int.MaxValue, ref run))
        {
            // "Milk and 2 sugars" is no 2% milk.
            if (run.Words > 1 && Wording.Tokens[run.End - 1].Kind == Tokens.TokenKind.Number)
                break;
            FindFitting();
            if (fitting.Count > 0 && !AreAllSmall())
                AddModifier(at, run.End, Weights.PartWord * run.Words - Weights.Piece - 0.1 - run.Cost, run.Why ?? "part of the name");
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

        var extra = Lattice.Lay(SegmentKind.Modifier, at, end, gain);
        (extra.PartOfModifiers, extra.Stems, extra.Why) = (Fitting(), Stems(), why);
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
