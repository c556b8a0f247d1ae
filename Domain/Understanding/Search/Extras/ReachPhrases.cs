using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>"Both", "all", "each": whether they reach what was said or what comes.</summary>
internal static class ReachPhrases
{
    /// <summary>"No onions on both" speaks of what was said; "one with soy one with oat both medium" of what comes.</summary>
    public static Hypothesis Take(Reader reader, Hypothesis h, Segment segment, Reach reach) =>
        NamesTwo(reader, h, segment) || Places.AreSome(reader, h, segment) ? h :
        IsOfEveryPortion(reader, h, segment) ? (h.Current!.IsShare ? h.Gain(-2) : h) :
        (reader.Tokens[segment.Start].Key is "both" or "all" or "each" && (reader.OffersNext(h.Current!.Item, segment.End) || reader.NamesSize(segment.End) || (h.Current.IsShare && reader.IsPhrase(segment.End, Cue.Remove, Cue.Extra))) ? null : Reaching.Spread(reader, h, reach) ?? Reaching.SpreadSize(reader, h, reach)) ?? (SaysOnWhat(reader, segment) && reader.EndsClause(segment.End) && h.Gap == Gap.None ? h : h with { Reach = reach });

    /// <summary>"One with bacon, one with tomato, one with both": what the two before have; null where no such two stand before.</summary>
    public static Hypothesis? OfBothBefore(Reader reader, in Hypothesis h, Segment segment)
    {
        const int farthest = 6;
        if (h is not { JustSplit: true, Current: { Item: >= 0, IsShare: true } share } || !reader.EndsClause(segment.End))
            return null;
        var (given, left, line) = (0, farthest, share);
        foreach (var before in h.Lines!.Tail.Each())
        {
            if (left-- == 0 || given == 2)
                break;
            if (before.Item != share.Item || before.Modifiers is not { Head: { Action: not ModifierAction.Remove } said } || line.Modifiers.Has(said.Index))
                continue;
            line = Attach.To(reader, line, said.Segment, said.Action, said.Quantity) ?? line;
            given++;
        }

        return given < 2 ? null : h.WithCurrent(line).Gain(0.6) with { JustSplit = false, ActionOpen = false, With = false, Last = SegmentKind.Modifier, Slot = Slot.Closed };
    }

    // "…, on all of them": of what stands before.
    private static bool SaysOnWhat(Reader reader, Segment segment) => reader.Tokens[segment.Start].Key is "on" or "in" or "to";

    // "With both rice and salad" says no more than with the two.
    private static bool NamesTwo(Reader reader, in Hypothesis h, Segment segment)
    {
        const int farthest = 5;
        if (reader.Tokens[segment.End - 1].Key != "both" || (segment.Start > 0 ? reader.Tokens[segment.Start - 1].Key : "") is not "with" && reader.Tokens[segment.Start].Key != "with" || h.Current is not { Item: >= 0 and var dish } || !reader.OffersNext(dish, segment.End))
            return false;
        for (var at = segment.End + 1; at < Math.Min(segment.End + farthest, reader.Tokens.Count - 1) && !reader.Tokens[at].IsBreak; at++)
        {
            if (reader.IsPhrase(at, Cue.And, Cue.And) && reader.OffersNext(dish, at + 1))
                return true;
        }

        return false;
    }

    // "A coffee, two teas with one sugar each": what was said of several is said of each of them.
    private static bool IsOfEveryPortion(Reader reader, in Hypothesis h, Segment segment) =>
        segment.End == segment.Start + 1 && reader.Tokens[segment.Start].Key is "each" or "apiece" && h is { Fresh: > 0, Gap: Gap.None, Last: SegmentKind.Modifier, Current: { } dressed } && (dressed.Quantity > 1 || dressed.IsShare)
        && dressed.Modifiers is { Head.Segment.End: var end } && end == segment.Start && reader.EndsClause(segment.End);
}
