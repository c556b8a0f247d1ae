using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Readings of words as a part of an extra's name: "sourdough" for the sourdough toast.</summary>
internal sealed class ExtraParts(WordReadings readings) : NameParts(readings)
{
    private const int LongestModifier = 5;

    // So many extras that end in one word are of one kind.
    private const int Kinds = 3;

    // They only say what it is there for: nobody says "sour cream topping".
    private static readonly HashSet<string> Roles = ["topping", "filling", "option", "choice", "extra", "flavor", "flavour"];

    private readonly List<int> fitting = [];

    public void AddAt(int at)
    {
        // "No sugar" is the sugar-free syrup only where that is all of its name.
        if (Wording.At(at).Alone is { Cue: Cue.Remove } && Menu.Words.Find(Wording.Tokens[at].Key) < 0)
            return;
        var run = Start(at);
        while (run.Words < LongestModifier && GoOn(Menu.ModifiersWith, int.MaxValue, ref run))
        {
            // "Milk and 2 sugars" is no 2% milk.
            if (run.Words > 1 && Wording.Tokens[run.End - 1].Kind == Tokens.TokenKind.Number)
                break;
            FindFitting();
            if (fitting.Count > 0 && !AreAllSmall())
                AddModifier(at, run.End, Weights.PartWord * run.Words - Weights.Piece - 0.1 - run.Cost - (IsRatherDish(at, run.End) ? 0.8 : 0), run.Why ?? "part of the name");
        }
    }

    // "Rice", where steamed rice is sold and noodles of rice can be added: the word says what the dish is, not what the extra is.
    private bool IsRatherDish(int at, int end)
    {
        // "Everything on corn."
        if (at > 0 && Wording.At(at - 1).Alone is { Cue: Cue.With } && Wording.Tokens[at - 1].Key is not ("+" or "plus" or "&"))
            return false;
        foreach (var modifier in fitting)
        {
            foreach (var name in Menu.Modifiers[modifier].Names)
            {
                if (Said.Contains(name.Head) || Roles.Contains(Menu.Words[name.Head]))
                    return false;
            }
        }

        foreach (var segment in Lattice.Here)
        {
            if (segment.Kind == SegmentKind.Item && segment.End == end && segment.Items is [var dish] && Said.Contains(Menu.Items[dish].Head))
                return true;
        }

        return false;
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

    // "Sourdough" among the toasts, "mild" of two sauces: of two only a word that is nothing by itself.
    private bool LacksOnlyKind(MenuName name) =>
        Menu.ExtrasEndingIn[name.Head] switch { >= Kinds => true, 2 => !AreAllFoods(), _ => false } && name.Stems.Length == Said.Count + 1 && !AreAllSmall();

    private bool AreAllFoods()
    {
        foreach (var stem in Said)
        {
            if (!SameFood.IsThing(Menu.Words[stem]) && Tongue.Phrases.MeaningOf(Menu.Words[stem]) is not { Cue: Cue.Food })
                return false;
        }

        return true;
    }

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
