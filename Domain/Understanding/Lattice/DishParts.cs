using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Readings of words as a part of a dish's name ("the tempeh one") or as its name in another order ("burger tempeh").</summary>
internal sealed class DishParts(WordReadings readings) : NameParts(readings)
{
    private const int LongestRun = 7;
    private const double EnoughOfName = 0.3;
    private const double MostOfName = 0.6;

    // "White van out front", "the blue door": no flat white, no blue cheese burger.
    private static readonly HashSet<string> NotFood =
        ["van", "car", "truck", "lorry", "suv", "bike", "scooter", "taxi", "jeep", "ford", "honda", "toyota", "tesla", "bmw", "door", "gate", "house", "building", "fence", "shirt", "tshirt", "jacket", "coat", "hat", "cap", "hoodie", "dress", "umbrella", "helmet", "street", "road", "avenue", "lane"];

    private readonly List<int> items = [];
    private bool isCounted;

    public void AddAt(int at)
    {
        var run = Start(at);
        while (GoOn(Menu.ItemNamesWith, at + LongestRun, ref run))
        {
            if (!IsNamedWholly(run.End))
                AddItem(at, run.End, run.Words, run.Cost, run.Why);
        }
    }

    private bool IsNamedWholly(int end)
    {
        foreach (var segment in Lattice.Here)
        {
            if (segment.Kind == SegmentKind.Item && segment.End == end && segment.IsWholeName)
                return true;
        }

        return false;
    }

    private void AddItem(int at, int end, int words, double cost, string? why)
    {
        items.Clear();
        foreach (var name in Names.Left)
        {
            if (Menu.ItemNames[name].Stems.Length == Said.Count)
                AddOnce(Menu.ItemNames[name].Id);
        }

        var isWhole = items.Count > 0;
        var coverage = 0.0;
        if (!isWhole)
        {
            if (end < Wording.Count && NotFood.Contains(Wording.Tokens[end].Key))
                return;
            isCounted = AreAllSmall() && !Wording.Tokens[at].IsForeign && !SaysOwn();
            if (isCounted && !CountedAlone.Is(Wording, Tongue, at, end))
                return;
            foreach (var name in Names.Left)
            {
                var share = Coverage(name);
                if (!Says(name, share))
                    continue;
                AddOnce(Menu.ItemNames[name].Id);
                coverage = Math.Max(coverage, share);
            }

            if (items.Count == 0 || CountsSizes(at))
                return;
            if (items.Count > 1)
                LeaveOutSetMeals();
            if (items.Count > 1 && (Plainest() is >= 0 and var one || (one = Barest()) >= 0))
            {
                items.Clear();
                items.Add(one);
            }
        }

        var gain = isWhole || (Said.Count > 1 && items.Count == 1 && LacksNothingTelling(items[0]))
            ? Weights.ItemWord * words - Weights.Piece - Weights.OtherOrder - cost
            : Weights.PartWord * words - Weights.Piece - 0.6 * (1 - coverage) - cost - (items.Count > 1 ? 0.4 : 0);
        var segment = Lattice.Lay(SegmentKind.Item, at, end, gain);
        segment.Items = items.Count == 1 ? Menu.Items[items[0]].Alone : [.. items];
        segment.IsWholeName = isWhole;
        segment.LacksHead = !isWhole && LackHead();
        segment.Stems = Stems();
        segment.Why = why ?? (isWhole ? "by its name, in another order" : items.Count == 1 ? "the only dish with these words" : "several dishes have these words");
    }

    // "Make your own: …" names a dish, whatever it is that one makes.
    private bool SaysOwn() => Said.Count > 2 && Menu.Words[Said[^1]] == "own";

    // "Two classics": burgers, not the meals that are made with them.
    private void LeaveOutSetMeals()
    {
        foreach (var stem in Said)
        {
            if (Tongue.IsSetMeal(stem))
                return;
        }

        for (var at = items.Count - 1; at >= 0 && items.Count > 1; at--)
        {
            foreach (var stem in Menu.Items[items[at]].NameStems)
            {
                if (!Tongue.IsSetMeal(stem))
                    continue;
                items.RemoveAt(at);
                break;
            }
        }
    }

    // "Caesar" among Caesar Salad and Chicken Caesar Salad: the dish whose name is in all the others.
    private int Plainest()
    {
        var shortest = -1;
        foreach (var name in Names.Left)
        {
            if (items.Contains(Menu.ItemNames[name].Id) && (shortest < 0 || Menu.ItemNames[name].Stems.Length < Menu.ItemNames[shortest].Stems.Length))
                shortest = name;
        }

        foreach (var item in items)
        {
            if (item != Menu.ItemNames[shortest].Id && !Menu.Items[item].IsNamedBy(Menu.ItemNames[shortest].Stems))
                return -1;
        }

        return Menu.ItemNames[shortest].Id;
    }

    // "Complète" among Galette Complète and Super Complète, both of them galettes: the dish of whose name only the kind was left out.
    private int Barest()
    {
        var barest = -1;
        foreach (var name in Names.Left)
        {
            var item = Menu.Items[Menu.ItemNames[name].Id];
            if (!items.Contains(Menu.ItemNames[name].Id) || !LacksOnlyClass(Menu.ItemNames[name], item))
                continue;
            if (barest >= 0 && barest != Menu.ItemNames[name].Id)
                return -1;
            barest = Menu.ItemNames[name].Id;
        }

        foreach (var item in items)
        {
            if (barest >= 0 && !ReferenceEquals(Menu.Items[item].CategoryStems, Menu.Items[barest].CategoryStems))
                return -1;
        }

        return barest;
    }

    // "Peanut butter açaí" for the bowl of that name.
    private bool LacksNothingTelling(int item)
    {
        foreach (var name in Names.Left)
        {
            if (Menu.ItemNames[name].Id == item && LacksOnlyClass(Menu.ItemNames[name], Menu.Items[item]) && IsInOrder(Menu.ItemNames[name].Stems))
                return true;
        }

        return false;
    }

    // "A fried egg" is no egg fried rice.
    private bool IsInOrder(int[] stems)
    {
        var next = 0;
        foreach (var stem in stems)
            next += next < Said.Count && Said[next] == stem ? 1 : 0;
        return next == Said.Count;
    }

    // "Two slices of pepperoni", where a meal is called "Two Slices and a Soda".
    private bool CountsSizes(int at)
    {
        if (Said.Count < 2 || !(Wording.Tokens[at].Kind == TokenKind.Number || Wording.At(at).Alone is { Cue: Cue.Quantity }))
            return false;
        foreach (var stem in Stems().AsSpan(1))
        {
            if (Menu.Names.At(Menu.Names.Step(WordTrie.Root, stem)) is not { Sizes.Count: > 0 })
                return false;
        }

        return true;
    }

    private bool LacksOnlyClass(MenuName name, CompiledItem item)
    {
        foreach (var stem in name.Stems)
        {
            if (!Said.Contains(stem) && !item.ClassStems.Contains(stem))
                return false;
        }

        return true;
    }

    // "Banana", "chicken", "black": the word goes with many things. "Tonkotsu" goes with one.
    private bool LackHead()
    {
        foreach (var name in Names.Left)
        {
            if (Said.Contains(Menu.ItemNames[name].Head))
                return false;
        }

        foreach (var stem in Said)
        {
            if (Tongue.Phrases.MeaningOf(Menu.Words[stem]) is not { Cue: Cue.Food or Cue.Descriptor })
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
    private bool Says(int name, double coverage) => isCounted
        ? Menu.ItemNames[name].Stems[0] == Said[0] || (Menu.ItemNames[name].Stems is [var kind, var first, ..] && first == Said[0] && Menu.Items[Menu.ItemNames[name].Id].ClassStems.Contains(kind))
        : SaysOwn() || Said.Contains(Menu.ItemNames[name].Head) || LacksOnlyCarriers(Menu.ItemNames[name]) || (coverage >= EnoughOfName && (!AreAllEveryday() || IsOnlyFood()))
        || (coverage >= MostOfName && Said.Count > 1 && Names.Left.Length == 1);

    private double Coverage(int name)
    {
        var shared = 0.0;
        foreach (var stem in Said)
        {
            if (Menu.ItemNames[name].Stems.AsSpan().Contains(stem))
                shared += Menu.Weight[stem];
        }

        return shared / Menu.ItemNameWeight[name];
    }
}
