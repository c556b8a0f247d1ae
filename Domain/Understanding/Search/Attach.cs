using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search;

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
        if (modifier < 0 && action is not ModifierAction.Add)
            modifier = Among(line.Modifiers, segment.PartOfModifiers);
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
        var fitting = 0;
        foreach (var modifier in segment.PartOfModifiers)
        {
            if (!reader.Offers(item, modifier))
                continue;
            fitting++;
            if (best < 0 || Rank(reader, item, modifier) > Rank(reader, item, best))
                best = modifier;
        }

        // "With cheese" where there are five: a person has to ask; "no cheese" takes off the one that the dish has.
        return (fitting > 1 || SaysOnlyKind(reader, best, segment)) && !IsOwn(reader, item, best) ? -1 : best;
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
        return line.WaitingSize is { } size ? SizeSteps.Apply(reader, settled, size).Line : settled;
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

    private static readonly HashSet<string> Heat = ["mild", "medium", "hot", "spicy"];

    /// <summary>Whether nobody has both this and what the line got last: two milks, mild and hot.</summary>
    public static bool Excludes(Reader reader, DraftLine line, Segment segment)
    {
        if (line.Modifiers is not { Head: { Index: >= 0 and var last } } || Resolve(reader, line.Item, segment) is not (>= 0 and var next) || next == last)
            return false;
        var (one, other) = (LastWord(reader, last), LastWord(reader, next));
        return one == other || (Heat.Contains(one) && Heat.Contains(other));
    }

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
        if (replaces && modifier.Action == ModifierAction.Add && others is { Head: { Action: ModifierAction.Add } last } && reader.Menu.Modifiers[last.Index].Group == group)
            others = others.Tail;
        return line with { Modifiers = others.Push(modifier) };
    }

    public static bool Has(this Chain<DraftModifier>? modifiers, int index)
    {
        foreach (var modifier in modifiers.Each())
        {
            if (modifier.Index == index)
                return true;
        }

        return false;
    }

    private static Chain<DraftModifier>? Without(Chain<DraftModifier>? modifiers, int index) =>
        modifiers.Has(index) ? modifiers.Map(kept => kept.Index == index ? null : kept) : modifiers;

    // Of several that fit: what the dish has anyway, then the one with the shortest name.
    private static int Rank(Reader reader, int item, int modifier) =>
        (IsOwn(reader, item, modifier) ? 100 : 0) - reader.Menu.Modifiers[modifier].Names[0].Stems.Length;
}
