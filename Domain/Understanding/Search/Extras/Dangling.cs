using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Dishes;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>"No", "without", "extra" with nothing behind it: it was said of what stands before, or of something that has no name here.</summary>
internal static class Dangling
{
    /// <param name="at">The token at which the clause ends.</param>
    public static Hypothesis Settle(Reader reader, Hypothesis h, int at)
    {
        // "Not spicy, and plain rice": what was not wanted is no dish.
        if (h.Exchange == Exchange.OutNext)
            return h with { Exchange = Exchange.None, Action = ModifierAction.Add, ActionOpen = false };
        if (!h.ActionOpen || h.Current is not { Item: >= 0 })
            return h;
        return h.Action switch
        {
            ModifierAction.Remove when at - 1 > h.ActionAt && reader.IsPhrase(at - 1, Cue.Generic, Cue.Everything) => h with { ActionOpen = false, JustSplit = false },
            // "No room, two sugars", "not spicy at all": nothing that can be left out.
            ModifierAction.Remove when SaysHow(reader, h.ActionAt + 1, at) => h with { ActionOpen = false, Action = ModifierAction.Add, JustSplit = false },
            ModifierAction.Remove => WithoutTheSame(reader, h, at),
            ModifierAction.Extra or ModifierAction.Light => OfTheLast(h) ?? NameMissing(reader, h, at),
            _ => h,
        };
    }

    private static bool SaysHow(Reader reader, int at, int end)
    {
        for (; at < end; at++)
        {
            if (reader.IsPhrase(at, Cue.Common, Cue.Descriptor) && reader.Tokens[at].Key is not ("any" or "it" or "either" or "them"))
                return true;
        }

        return false;
    }

    /// <summary>"Extra hot", "extra meat", where the menu has no such thing: named as missing.</summary>
    public static Hypothesis NameMissing(Reader reader, Hypothesis h, int at) =>
        More(reader, h, at) is { } doubled ? doubled :
        h is { ActionOpen: true, Action: ModifierAction.Light } && reader.Tokens[at - 1].Key == "hot" ? h with { ActionOpen = false } :
        h is { ActionOpen: true, Action: ModifierAction.Extra or ModifierAction.Light, Current.Item: >= 0 } && at - 1 > h.ActionAt
            && (reader.IsPhrase(at - 1, Cue.Generic, Cue.Descriptor) || reader.Tokens[at - 1].Key == "spicy")
            ? h with { Missing = h.Missing.Push(new(h.ActionAt, at)), ActionOpen = false }
            : h;

    /// <summary>"A burrito with carnitas, double meat": of the one that was chosen; null where none was.</summary>
    public static Hypothesis? More(Reader reader, in Hypothesis h, int at)
    {
        if (h is not { ActionOpen: true, Action: ModifierAction.Extra, Current: { Item: >= 0, Modifiers: { } chosen } current } || at - 1 <= h.ActionAt || reader.Tokens[at - 1].Key is not ("meat" or "protein" or "filling"))
            return null;
        DraftModifier? only = null;
        foreach (var modifier in chosen.Each())
        {
            if (modifier.Index < 0 || modifier.Action != ModifierAction.Add || !Fillings.Contains(reader.Menu.Modifiers[modifier.Index].Kind))
                continue;
            if (only is not null)
                return null;
            only = modifier;
        }

        return only is { } one ? h.WithCurrent(current with { Modifiers = chosen.Without(one.Index, static (modifier, index) => modifier.Index == index).Push(one with { Action = ModifierAction.Extra }) }) with { ActionOpen = false } : null;
    }

    private static readonly HashSet<string> Fillings = ["meat", "protein", "filling"];

    // "One mocha with cream, one mocha without", "one with milk and sugar, one with neither".
    private static Hypothesis WithoutTheSame(Reader reader, Hypothesis h, int at)
    {
        // "A large latte with caramel and a small without."
        if (h is { HeldSize: { } size, Current: { Modifiers: not null } like })
            return Smaller(reader, h, like, size) ?? h;
        if (h is not { Current: { Modifiers: null } bare, Lines.Tail: { } others } || Ordered(others) is not { Modifiers: { } said } before
            || (before.Item != bare.Item && Attach.Resolve(reader, bare.Item, said.Head.Segment) < 0) || said.Head.Action is ModifierAction.Remove)
        {
            return h.JustSplit || (h.ActionAt == at - 1 && reader.Tokens[at - 1].Key is "without" or "w o" or "wo" or "sans" or "ohne" or "sin" or "senza") ? h with { ActionOpen = false, Action = ModifierAction.Add, JustSplit = false } : h;
        }

        var without = bare;
        for (var left = reader.Tokens[at - 1].Key is "neither" or "either" ? 2 : 1; left > 0 && said is { Head.Action: not ModifierAction.Remove }; left--, said = said.Tail)
            without = Attach.To(reader, without, said.Head.Segment, ModifierAction.Remove, 1) ?? without;
        return h.WithCurrent(without) with { ActionOpen = false, JustSplit = false };
    }

    // Of what was split to the last nothing is left.
    private static DraftLine? Ordered(Chain<DraftLine> lines) => lines.Head.Quantity > 0 ? lines.Head : lines.Tail?.Head;

    private static Hypothesis? Smaller(Reader reader, Hypothesis h, DraftLine like, Segment size)
    {
        var bare = like with { Quantity = Math.Max(1, h.Count), Size = -1, Modifiers = null, IsShare = false, Start = size.Start, NameStart = size.Start, End = size.End };
        var (other, _) = DishSizes.Apply(reader, bare, size);
        return other.Size < 0 ? null : h with { Lines = h.Lines.Push(other), HeldSize = null, Count = 0, CountAt = -1, Article = false, ActionOpen = false, Fresh = 0 };
    }

    // "Soy sauce extra."
    private static Hypothesis? OfTheLast(Hypothesis h)
    {
        if (Reaching.NewestDressed(h) is not { Modifiers: { Head: { Action: ModifierAction.Add } last } modifiers } line || last.Segment.End != h.ActionAt)
            return null;
        var stronger = line with { Modifiers = modifiers.Tail.Push(last with { Action = h.Action }) };
        return h with { Lines = h.Lines.Replace(line, stronger), ActionOpen = false };
    }
}
