using System.Runtime.InteropServices;
using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Readings of words as a part of a name ("the tempeh one") or as a name in another order ("burger tempeh").</summary>
internal sealed class PartSegments(WordReadings readings)
{
    private const int LongestRun = 7;
    private const int LongestModifier = 5;
    private const double EnoughOfName = 0.3;

    private readonly List<int> stems = [];
    private readonly List<int> items = [];
    private readonly List<int> fitting = [];
    private readonly Narrowing names = new();
    private CompiledMenu menu = null!;
    private MenuTongue tongue = null!;
    private Wording wording = null!;
    private ReadingLattice lattice = null!;

    public void Begin(CompiledMenu compiled, MenuTongue heard, Wording words, ReadingLattice target) =>
        (menu, tongue, wording, lattice) = (compiled, heard, words, target);

    public void AddAt(int at)
    {
        AddItems(at);
        AddModifiers(at);
    }

    private void AddItems(int at)
    {
        stems.Clear();
        var cost = 0.0;
        var words = 0;
        string? why = null;
        for (var i = at; i < wording.Count && i < at + LongestRun;)
        {
            if (!TakeWord(menu.ItemNamesWith, words == 0, i, out var reading))
            {
                if (words == 0 || !wording.At(i).IsJoining)
                    return;
                i++;
                continue;
            }

            stems.AddRange(reading.Stems);
            cost += reading.Cost;
            why = reading.Why ?? why;
            i += reading.Length;
            words += reading.Length;
            if (!IsNamedWholly(i))
                AddItem(at, i, words, cost, why);
        }
    }

    private bool IsNamedWholly(int end)
    {
        foreach (var segment in lattice.Here)
        {
            if (segment.Kind == SegmentKind.Item && segment.End == end && segment.IsWholeName)
                return true;
        }

        return false;
    }

    private void AddItem(int at, int end, int words, double cost, string? why)
    {
        items.Clear();
        foreach (var name in names.Left)
        {
            if (menu.ItemNames[name].Stems.Length == stems.Count)
                AddOnce(menu.ItemNames[name].Id);
        }

        var isWhole = items.Count > 0;
        var coverage = 0.0;
        if (!isWhole)
        {
            if (AreAllSmall())
                return;
            foreach (var name in names.Left)
            {
                var share = Coverage(name);
                if (!Says(name, share))
                    continue;
                AddOnce(menu.ItemNames[name].Id);
                coverage = Math.Max(coverage, share);
            }

            if (items.Count == 0)
                return;
            if (items.Count > 1 && Plainest() is >= 0 and var plainest)
            {
                items.Clear();
                items.Add(plainest);
            }
        }

        var gain = isWhole
            ? Weights.ItemWord * words - Weights.Piece - Weights.OtherOrder - cost
            : Weights.PartWord * words - Weights.Piece - 0.6 * (1 - coverage) - cost - (items.Count > 1 ? 0.4 : 0);
        lattice.Add(new(SegmentKind.Item, at, end, gain)
        {
            Items = items.Count == 1 ? menu.Items[items[0]].Alone : [.. items],
            IsWholeName = isWhole,
            LacksHead = !isWhole && LackHead(),
            Stems = Stems(),
            Why = why ?? (isWhole ? "by its name, in another order" : items.Count == 1 ? "the only dish with these words" : "several dishes have these words"),
        });
    }

    // "Caesar" among Caesar Salad and Chicken Caesar Salad: the dish whose name is in all the others.
    private int Plainest()
    {
        var shortest = -1;
        foreach (var name in names.Left)
        {
            if (items.Contains(menu.ItemNames[name].Id) && (shortest < 0 || menu.ItemNames[name].Stems.Length < menu.ItemNames[shortest].Stems.Length))
                shortest = name;
        }

        foreach (var item in items)
        {
            if (item != menu.ItemNames[shortest].Id && !menu.Items[item].IsNamedBy(menu.ItemNames[shortest].Stems))
                return -1;
        }

        return menu.ItemNames[shortest].Id;
    }

    // "Banana", "chicken", "black": the word goes with many things. "Tonkotsu" goes with one.
    private bool LackHead()
    {
        foreach (var name in names.Left)
        {
            if (stems.Contains(menu.ItemNames[name].Head))
                return false;
        }

        foreach (var stem in stems)
        {
            if (tongue.Phrases.MeaningOf(menu.Words[stem]) is not { Cue: Cue.Food or Cue.Descriptor })
                return false;
        }

        return true;
    }

    private void AddOnce(int item)
    {
        if (!items.Contains(item))
            items.Add(item);
    }

    // Part of a name stands for it when it says what it is, or when only words that tell nothing apart are missing,
    // or when it is telling enough by itself.
    private bool Says(int name, double coverage) =>
        stems.Contains(menu.ItemNames[name].Head) || LacksOnlyCarriers(menu.ItemNames[name]) || (coverage >= EnoughOfName && !AreAllEveryday());

    private double Coverage(int name)
    {
        var shared = 0.0;
        foreach (var stem in stems)
        {
            if (menu.ItemNames[name].Stems.AsSpan().Contains(stem))
                shared += menu.Weight[stem];
        }

        return shared / menu.ItemNameWeight[name];
    }

    private void AddModifiers(int at)
    {
        stems.Clear();
        var cost = 0.0;
        var words = 0;
        string? why = null;
        for (var i = at; i < wording.Count && words < LongestModifier;)
        {
            if (!TakeWord(menu.ModifiersWith, words == 0, i, out var reading))
            {
                if (words == 0 || !wording.At(i).IsJoining)
                    return;
                i++;
                continue;
            }

            stems.AddRange(reading.Stems);
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
        foreach (var modifier in names.Left)
        {
            foreach (var name in menu.Modifiers[modifier].Names)
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
        foreach (var segment in lattice.Here)
        {
            if (segment.Kind != SegmentKind.Modifier || segment.End != end)
                continue;
            foreach (var named in segment.Modifiers)
                fitting.Remove(named);
            segment.PartOfModifiers = Fitting();
            return;
        }

        lattice.Add(new(SegmentKind.Modifier, at, end, gain) { PartOfModifiers = Fitting(), Stems = Stems(), Why = why });
    }

    private bool Says(MenuName name)
    {
        foreach (var stem in stems)
        {
            if (!name.Stems.AsSpan().Contains(stem))
                return false;
        }

        return stems.Contains(name.Head) || LacksOnlyCarriers(name) || LacksOnlyKind(name) || IsAnyTelling();
    }

    // "sourdough" among the toasts.
    private bool LacksOnlyKind(MenuName name) =>
        menu.NamesKindOfExtra[name.Head] && name.Stems.Length == stems.Count + 1 && !AreAllEveryday();

    private bool LacksOnlyCarriers(MenuName name)
    {
        foreach (var stem in name.Stems)
        {
            if (!stems.Contains(stem) && !tongue.IsCarrier(stem))
                return false;
        }

        return true;
    }

    private bool IsAnyTelling()
    {
        foreach (var stem in stems)
        {
            if (tongue.IsTelling(stem))
                return true;
        }

        return false;
    }

    private bool AreAllSmall()
    {
        foreach (var stem in stems)
        {
            if (!tongue.IsSmall(stem))
                return false;
        }

        return true;
    }

    private bool AreAllEveryday()
    {
        foreach (var stem in stems)
        {
            if (!tongue.IsEveryday(stem))
                return false;
        }

        return true;
    }

    private int[] Fitting() => fitting.Count == 1 ? menu.Modifiers[fitting[0]].Alone : [.. fitting];

    private int[] Stems() => stems.Count == 1 ? menu.Alone[stems[0]] : CollectionsMarshal.AsSpan(stems).ToArray();

    // The next word narrows the names down; a word that none of them has ends the run.
    private bool TakeWord(int[][] namesWith, bool isFirst, int at, out WordReading taken)
    {
        taken = default;
        var isTaken = false;
        foreach (var reading in readings.At(at))
        {
            if (stems.Contains(reading.Stems[0]) || (isTaken && taken.Cost <= reading.Cost) || !names.Try(namesWith, reading.Stems, isFirst))
                continue;
            names.Keep();
            (taken, isTaken) = (reading, true);
        }

        if (isTaken)
            names.Take();
        return isTaken;
    }
}
