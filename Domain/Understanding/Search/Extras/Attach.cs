using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Dishes;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>Puts modifiers on lines.</summary>
internal static class Attach
{
    /// <summary>The line with the modifier on it; null when its dish does not offer it.</summary>
    public static DraftLine? To(Reader reader, DraftLine line, Segment segment, ModifierAction action, int quantity, bool replaces = false)
    {
        if (line.IsUnknown)
            return line;
        if (line.IsOpen)
            return ToOpen(reader, line, segment, action, quantity);

        var modifier = Resolve(reader, line.Item, segment);
        if (ModifierNames.ByAction(reader, line.Item, segment, action) is >= 0 and var named)
            return Put(reader, line, new(named, segment, ModifierAction.Add, quantity), replaces);
        if (modifier < 0 && action is not ModifierAction.Add)
            modifier = Among(line.Modifiers, segment.PartOfModifiers);
        if (modifier >= 0 && action is ModifierAction.Remove or ModifierAction.Light && !line.Modifiers.Has(modifier) && DietBefore.IsReplacement(reader, modifier, segment))
            modifier = ModifierKinds.OnlyOfKind(reader, line.Item, segment) is >= 0 and var own ? own : modifier;
        return modifier < 0 ? null : Put(reader, line, new(modifier, segment, action, quantity), replaces);
    }

    // "With chocolate sauce, extra sauce": of those that it may be the one that was named.
    private static int Among(Chain<DraftModifier>? modifiers, int[] some)
    {
        var only = -1;
        foreach (var modifier in modifiers.Each())
        {
            if (!some.AsSpan().Contains(modifier.Index))
                continue;
            if (only >= 0)
                return -1;
            only = modifier.Index;
        }

        return only;
    }

    /// <summary>The one modifier of this dish that the words mean; -1 when it has none.</summary>
    public static int Resolve(Reader reader, int item, Segment segment)
    {
        foreach (var modifier in segment.Modifiers)
        {
            if (reader.Offers(item, modifier))
                return modifier;
        }

        var best = -1;
        var (fitting, alike, likest) = (0, 0, -1);
        foreach (var modifier in segment.PartOfModifiers)
        {
            if (!reader.Offers(item, modifier))
                continue;
            fitting++;
            if (IsAlike(reader, item, modifier, segment))
                (alike, likest) = (alike + 1, modifier);
            if (best < 0 || Rank(reader, item, modifier) > Rank(reader, item, best))
                best = modifier;
        }

        // "With cheese" where there are five: a person has to ask; "no cheese" takes off the one that the dish has.
        if ((fitting > 1 || SaysOnlyKind(reader, best, segment)) && !IsOwn(reader, item, best))
            return alike == 1 ? likest : -1;
        return best;
    }

    // "Caramel freeze, extra drizzle": of the two drizzles the caramel one.
    private static bool IsAlike(Reader reader, int item, int modifier, Segment segment)
    {
        foreach (var stem in reader.Menu.Modifiers[modifier].Names[0].Stems)
        {
            if (!segment.Stems.AsSpan().Contains(stem) && reader.Menu.Items[item].IsCalled(stem))
                return true;
        }

        return false;
    }

    // "Sauce on the side" among ponzu, mayo and eel sauce.
    private static bool SaysOnlyKind(Reader reader, int modifier, Segment segment) =>
        modifier >= 0 && segment.Stems is [var only] && reader.Menu.Words[only] == reader.Menu.Modifiers[modifier].Kind;

    /// <summary>Whether the dish has it without being asked.</summary>
    public static bool IsOwn(Reader reader, int item, int modifier) =>
        item >= 0 && reader.Menu.Items[item].Comes(reader.Menu.Modifiers[modifier]);

    /// <summary>The line once its words leave fewer dishes, or one.</summary>
    public static DraftLine Settle(Reader reader, DraftLine line, int[] candidates)
    {
        if (candidates.Length > 1)
            return line with { Candidates = candidates };

        var settled = line with { Item = candidates[0], Candidates = [], Modifiers = null, Trust = 0.85, Why = "the only dish with these words" };
        foreach (var waiting in line.Modifiers.OldestFirst())
            settled = To(reader, settled, waiting.Segment, waiting.Action, waiting.Quantity) ?? settled;
        return line.WaitingSize is { } size ? DishSizes.Apply(reader, settled, size).Line : settled;
    }

    private static DraftLine? ToOpen(Reader reader, DraftLine line, Segment segment, ModifierAction action, int quantity)
    {
        if (action == ModifierAction.Add)
        {
            var named = Named(reader, line.Candidates, segment.Stems);
            if (named.Count > 0 && named.Count < line.Candidates.Length)
                return Settle(reader, line with { Stems = [.. line.Stems, .. segment.Stems] }, [.. named]);
        }

        foreach (var item in line.Candidates)
        {
            if (Resolve(reader, item, segment) >= 0)
                return line with { Modifiers = line.Modifiers.Push(new(-1, segment, action, quantity)) };
        }

        return null;
    }

    private static List<int> Named(Reader reader, int[] candidates, int[] stems)
    {
        var named = new List<int>(0);
        foreach (var item in candidates)
        {
            if (reader.Menu.Items[item].IsNamedBy(stems))
                named.Add(item);
        }

        return named;
    }

    /// <summary>What the line has that nobody has together with this: another milk, mild beside hot, rare beside medium. -1 when there is none.</summary>
    /// <param name="isInstead">The words say that it comes in place of its like: "the same in red".</param>
    public static int ExcludedBy(Reader reader, DraftLine line, Segment segment, bool isInstead)
    {
        if (line.Item < 0 || Resolve(reader, line.Item, segment) is not (>= 0 and var next))
            return -1;
        var (like, count) = (-1, 0);
        foreach (var modifier in line.Modifiers.Each())
        {
            if (modifier is not { Index: >= 0, Action: ModifierAction.Add } || modifier.Index == next)
                continue;
            if (Excludes(reader, modifier.Index, next))
                return modifier.Index;
            if (reader.Menu.Modifiers[modifier.Index].Group == reader.Menu.Modifiers[next].Group)
                (like, count) = (like < 0 ? modifier.Index : like, count + 1);
        }

        return isInstead || (count == 1 && reader.Menu.Modifiers[next].IsChoice) ? like : -1;
    }

    /// <summary>What the line has of the same group; -1 when it has nothing of it.</summary>
    public static int FirstOfGroup(Reader reader, DraftLine line, int like)
    {
        foreach (var modifier in line.Modifiers.Each())
        {
            if (modifier is { Index: >= 0, Action: ModifierAction.Add } && reader.Menu.Modifiers[modifier.Index].Group == reader.Menu.Modifiers[like].Group)
                return modifier.Index;
        }

        return -1;
    }

    private static bool Excludes(Reader reader, int one, int other)
    {
        if (reader.Menu.Modifiers[one].Group != reader.Menu.Modifiers[other].Group)
            return false;
        return LastWord(reader, one) == LastWord(reader, other) || ChoiceWords.AreAlternatives(LastWord(reader, one), LastWord(reader, other)) || IsDegree(reader, one, other);
    }

    // A dish is mild or hot, rare or well done.
    private static bool IsDegree(Reader reader, int one, int other) =>
        reader.Menu.Modifiers[one].Degree is not Degree.None and var degree && degree == reader.Menu.Modifiers[other].Degree;

    private static string LastWord(Reader reader, int modifier) => reader.Menu.Words[reader.Menu.Modifiers[modifier].Names[0].Stems[^1]];

    // "Vanilla, vanilla, chocolate": two of it.
    private static bool IsTwice(Reader reader, DraftModifier last, DraftModifier next) =>
        last.Index == next.Index && last.Action == ModifierAction.Add && next is { Action: ModifierAction.Add, Quantity: 1 }
        && next.Segment.Start == last.Segment.End + 1 && reader.Tokens[last.Segment.End].Kind == Tokens.TokenKind.Comma;

    private static DraftLine Put(Reader reader, DraftLine line, DraftModifier modifier, bool replaces)
    {
        var group = reader.Menu.Modifiers[modifier.Index].Group;
        if (line.Modifiers is { Head: var before } && IsTwice(reader, before, modifier))
            modifier = modifier with { Quantity = before.Quantity + 1 };
        var others = Without(line.Modifiers, modifier.Index);
        if (modifier.Action == ModifierAction.Add && reader.Menu.Modifiers[modifier.Index].Degree != Degree.None)
            others = WithoutDegree(reader, others, modifier.Index);
        if (replaces && modifier.Action == ModifierAction.Add && others is { Head: { Action: ModifierAction.Add } last } && reader.Menu.Modifiers[last.Index].Group == group)
            others = others.Tail;
        return line with { Modifiers = others.Push(modifier) };
    }

    // "Both medium rare" behind "one rare": not both.
    private static Chain<DraftModifier>? WithoutDegree(Reader reader, Chain<DraftModifier>? modifiers, int index)
    {
        foreach (var modifier in modifiers.Each())
        {
            if (modifier is { Index: >= 0, Action: ModifierAction.Add } && modifier.Index != index
                && reader.Menu.Modifiers[modifier.Index].Group == reader.Menu.Modifiers[index].Group && IsDegree(reader, modifier.Index, index))
            {
                return Without(modifiers, modifier.Index);
            }
        }

        return modifiers;
    }

    /// <summary>The line without one of its modifiers.</summary>
    public static DraftLine Without(DraftLine line, int index) => line with { Modifiers = Without(line.Modifiers, index) };

    public static bool Has(this Chain<DraftModifier>? modifiers, int index)
    {
        foreach (var modifier in modifiers.Each())
        {
            if (modifier.Index == index)
                return true;
        }

        return false;
    }

    /// <summary>Whether it was asked for, and not left out.</summary>
    public static bool Adds(this Chain<DraftModifier>? modifiers, int index)
    {
        foreach (var modifier in modifiers.Each())
        {
            if (modifier.Index == index)
                return modifier.Action != ModifierAction.Remove;
        }

        return false;
    }

    private static Chain<DraftModifier>? Without(Chain<DraftModifier>? modifiers, int index) =>
        modifiers.Has(index) ? modifiers.Without(index, static (modifier, index) => modifier.Index == index) : modifiers;

    // Of several that fit: what the dish has anyway, then the one with the shortest name.
    private static int Rank(Reader reader, int item, int modifier) =>
        (IsOwn(reader, item, modifier) ? 100 : 0) - reader.Menu.Modifiers[modifier].Names[0].Stems.Length;
}
