using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>"Both", "all", "each": whether they reach what was said or what comes.</summary>
internal static class ReachPhrases
{
    private static readonly HashSet<string> Asking = ["gonna", "going", "want", "have", "having", "need", "would", "will", "take"];

    public static Hypothesis Apply(Reader reader, in Hypothesis h, Segment segment) => segment.Cue switch
    {
        Cue.Respectively => Respectively.Take(reader, h, segment) ?? h.Doubt("which one is meant is not clear"),
        Cue.OfEach => Portions.OfEach(reader, h, segment),
        Cue.BothOfUs when PhraseSteps.IsBeforeDish(h) => PhraseSteps.Unused(LooseCounts.Use(reader, h)) with { Portions = 2, Slot = Slot.Dish },
        Cue.BothOfUs => Portions.ForBoth(reader, h, segment),
        Cue.Both when segment.End < reader.Tokens.Count && Asking.Contains(reader.Tokens[segment.End].Key) => h with { Portions = 2 },
        Cue.All when reader.Tokens[segment.Start].Key == "each" && Asking.Contains(reader.KeyAt(segment.End)) && IsOfTwo(reader, segment.Start) => h with { Portions = 2 },
        Cue.All when h.Count > 0 && h.CountAt == segment.Start - 1 && reader.Tokens[segment.Start].Key == "each" => Portions.SoManyEach(reader, h, segment),
        Cue.All when IsEach(reader, h, segment) => Portions.Each(reader, h),
        Cue.All or Cue.Everything when HeadOfList.MayBegin(reader, h, segment.End) => h with { Reach = Reach.All },
        Cue.Both when h.Lines is null => h.Doubt("both, before anything is named") with { Reach = Reach.Both },
        Cue.Everything when h is { Edit: Edit.None, Current.Item: >= 0 } && (Reaching.OverEverything(reader, h, segment) is { } everywhere) => everywhere,
        Cue.Everything when h is { ActionOpen: true, Edit: Edit.None } => h.Doubt("everything is no extra"),
        Cue.Both when reader.Tokens[segment.Start].Key == "for" && h is { Gap: Gap.None, Last: SegmentKind.Item or SegmentKind.Size } => Portions.ForBoth(reader, h, segment),
        Cue.Both when reader.Tokens[segment.Start].Key is "with" or "for" && EndsBehindSeveral(reader, h, segment) => Portions.Each(reader, h),
        Cue.All or Cue.Both when reader.KeyAt(segment.Start - 1) == "with" && EndsBehindSeveral(reader, h, segment) => Portions.Each(reader, h with { ActionOpen = false, With = false }),
        Cue.Both when OfBothBefore(reader, h, segment) is { } ofBoth => ofBoth,
        Cue.Both => Take(reader, OneEach.SaidOfAll(h), segment, Reach.Both),
        Cue.All when h.Lines is not null => Take(reader, h, segment, Reaching.OfAll(h)),
        Cue.Everything when h.Edit == Edit.Cancel => h.WithLeft(null) with { Missing = null },
        _ => h,
    };

    // "No onions on both" speaks of what was said; "one with soy one with oat both medium" of what comes.
    private static Hypothesis Take(Reader reader, in Hypothesis h, Segment segment, Reach reach)
    {
        if (NamesTwo(reader, h, segment) || Places.AreSome(reader, h, segment))
            return h;
        if (IsOfEveryPortion(reader, h, segment))
            return h.Current!.IsShare ? h.Gain(-2) : h;
        if (!SaysWhatComes(reader, h, segment) && (Reaching.Spread(reader, h, reach) ?? Reaching.SpreadSize(reader, h, reach)) is { } spread)
            return spread;
        return SaysOnWhat(reader, segment) && reader.EndsClause(segment.End) && h.Gap == Gap.None ? h : h with { Reach = reach };
    }

    // "Both medium", "each with no onion": an extra or a size follows.
    private static bool SaysWhatComes(Reader reader, in Hypothesis h, Segment segment) =>
        reader.Tokens[segment.Start].Key is "both" or "all" or "each"
        && (reader.OffersNext(h.Current!.Item, segment.End) || reader.NamesSize(segment.End) || (h.Current.IsShare && reader.IsPhrase(segment.End, Cue.Remove, Cue.Extra)));

    // "One with bacon, one with tomato, one with both": what the two before have; null where no such two stand before.
    private static Hypothesis? OfBothBefore(Reader reader, in Hypothesis h, Segment segment)
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

    // "My wife and I each want …": two of us.
    private static bool IsOfTwo(Reader reader, int at) => at > 1 && reader.Tokens[at - 1].Key is "i" or "me" or "we" or "myself";

    private static bool IsEach(Reader reader, Hypothesis h, Segment segment) =>
        h is { Last: SegmentKind.Item or SegmentKind.Size, Gap: Gap.None, Current.Item: >= 0 } && (h.Lines!.Tail is not null || Companions.Named(reader) > 1)
        && segment.End == segment.Start + 1 && reader.Tokens[segment.Start].Key is "each" or "apiece";

    // "A korma and a madras with both": nothing more is said of them.
    private static bool EndsBehindSeveral(Reader reader, in Hypothesis h, Segment segment) =>
        reader.EndsClause(segment.End) && h is { Last: SegmentKind.Item or SegmentKind.Size, Gap: Gap.None, Lines.Tail: not null };
}
