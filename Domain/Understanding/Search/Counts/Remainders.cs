using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Dishes;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>What of several has no more said of it ("one plain"), and what is left when some were spoken of ("the others", "the second").</summary>
internal static class Remainders
{
    /// <summary>Words that say a dish comes without what the others have.</summary>
    public static bool IsPlain(Reader reader, Segment segment) =>
        segment.Cue == Cue.AsItComes
        // "One toasted, one not."
        || (segment.Cue == Cue.InsteadOf && reader.EndsClause(segment.End))
        || (segment.End == segment.Start + 1 && reader.Tokens[segment.Start].Key is "plain" or "normal" or "normale" or "normali" or "normales" or "normaux" or "normaler" or "pur" or "normalen" or "standard" or "regular" or "natural" or "nature" or "liscio" or "liscia");

    /// <summary>"One with ham, one with olives and one plain"; alone it may also mean a plainer dish.</summary>
    public static Hypothesis Plain(Hypothesis h)
    {
        var plain = h with { JustSplit = false, Slot = Slot.Closed };
        return plain.Gain(0.6).Doubt(KindShares.PlainDoubt);
    }

    /// <summary>"Three with ham, one of them plain": without what all of them have, unless others have more than that.</summary>
    public static Hypothesis Bare(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.Current is not { Item: >= 0, Modifiers: not null } dish || !(reader.EndsClause(segment.End) || reader.IsPhrase(segment.End, Cue.And, Cue.But)))
            return Plain(h);
        var said = Extras(dish);
        foreach (var line in h.Lines.Each())
        {
            if (line.Item == dish.Item && Extras(line) > said)
                return Plain(h);
        }

        return Plain(h.WithCurrent(dish with { Modifiers = null }));
    }

    private static int Extras(DraftLine line)
    {
        var count = 0;
        foreach (var _ in line.Modifiers.Each())
            count++;
        return count;
    }

    /// <summary>"One of them black": without milk, where the others may have it; plain where the dish is not had with milk.</summary>
    public static Hypothesis Black(Reader reader, Hypothesis h, Segment segment)
    {
        var dish = h.Current!;
        foreach (var modifier in reader.Menu.Items[dish.Item].Modifiers)
        {
            if (reader.Menu.Modifiers[modifier] is { Names: [{ Spelling: "milk" }, ..], Alone: var alone })
            {
                var milk = new Segment { Kind = SegmentKind.Modifier, Start = segment.Start, End = segment.End, Modifiers = alone, IsWholeName = true };
                return h.WithCurrent(dish with { Modifiers = dish.Modifiers.Push(new(modifier, milk, ModifierAction.Remove, 1)) }).Gain(0.6) with { JustSplit = false, Last = SegmentKind.Modifier, Slot = Slot.Closed };
            }
        }

        return Plain(h);
    }

    public static Hypothesis Rest(Hypothesis h)
    {
        // "Two melts, the second without tomato."
        if (h is { Current: { IsRest: false, IsShare: false, Item: >= 0, Quantity: 2 } } && NumberSteps.Share(h, 1) is { } second)
            return second;
        if (h.Current is { IsRest: true, Quantity: 1 })
            return h with { JustSplit = true, Slot = Slot.Part, Gap = Gap.None };
        if (h.Current is not { IsShare: true } || h.Lines!.Tail is not { Head.Quantity: > 0 } whole)
            return IsOneOfSeveral(h) ? h with { Reach = Reach.Others, Count = 0, Slot = Slot.Part, Gap = Gap.None, Action = ModifierAction.Add, ActionOpen = false } : h.Current is { Role: not (Role.Question or Role.Story) } ? h.Doubt("which one is meant is not clear") : h;
        return h with { Lines = whole.Tail.Push(h.Current with { IsShare = false }).Push(whole.Head), Count = 0, Slot = Slot.Part, JustSplit = true, Gap = Gap.None };
    }

    // "The lamb one hot, the others mild": the other lines of that dish.
    private static bool IsOneOfSeveral(in Hypothesis h) =>
        h.Current is { Item: >= 0 and var dish, Role: not (Role.Question or Role.Story) } && h.Lines!.Tail.Newest(DraftLine.TraitOf(dish), dish, static (line, item) => line.Item == item && line.Quantity > 0) is not null;
}
