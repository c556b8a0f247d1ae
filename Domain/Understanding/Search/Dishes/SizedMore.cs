using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>One more of the present dish, told by its size alone: "two pints of bitter and a half for the wife".</summary>
internal static class SizedMore
{
    /// <param name="index">The size among those of the present dish.</param>
    /// <param name="changes">The size is rather said of the present dish anew.</param>
    public static void Offer(Reader reader, in Hypothesis h, Segment segment, int index, bool changes)
    {
        var isToo = IsToo(reader, h, segment);
        var isOne = h.Article || isToo || reader.Tokens[segment.End - 1].Key == "dozen" || (reader.IsForeign && Articles.OfOne.Contains(reader.KeyAt(segment.Start - 1)));

        // "Two teas, a small with milk and a large".
        if (isOne && h is { Count: 0, Gap: Gap.Comma or Gap.And } && !reader.NamesDish(segment.End) && NumberSteps.Share(h, 1) is { Current: { Size: < 0 } one } split)
            reader.Next.Add(split.WithCurrent(one with { Size = index }).Gain(0.4) with { JustSplit = false, Last = SegmentKind.Size });
        if (changes)
            return;

        // "Two pints of bitter and a half for the wife."
        if (isOne && h is { Count: 0, JustCopied: false, Gap: not Gap.None, Current: { Size: >= 0 } pint } && (isToo || h.Gap != Gap.Stop) && pint.Size != index && (isToo || SizeSteps.EndsHere(reader, segment.End)))
            reader.Next.Add(OneMore(h, segment, pint with { IsShare = false }, index) with { Article = false, Last = SegmentKind.Size, Reach = Reach.Current, Action = ModifierAction.Add, With = false });
        if (IsStack(reader, h, segment) && h.Current is { Size: >= 0 } stack && stack.Size != index)
            reader.Next.Add(OneMore(h, segment, stack, index) with { Last = SegmentKind.Size, With = false });
        if (IsListed(reader, h, segment))
            reader.Next.Add(OneMore(h, segment, h.Current!, index));
    }

    private static Hypothesis OneMore(in Hypothesis h, Segment segment, DraftLine dish, int size)
    {
        var more = dish with { Quantity = 1, Size = size, Modifiers = null, Start = segment.Start, NameStart = segment.Start, End = segment.End };
        return h.Gain(0.3) with { Lines = h.Lines.Push(more), Gap = Gap.None, Fresh = 0, Slot = Slot.Closed };
    }

    // "The large too", "I'll have the large".
    private static bool IsToo(Reader reader, in Hypothesis h, Segment segment) =>
        reader.KeyAt(segment.Start - 1) == "the" && segment.End < reader.Tokens.Count
        && (reader.Tokens[segment.End].Key is "too" or "also" || (h.Current is { Size: >= 0 } before && h.AskedAt >= before.End && !reader.NamesDish(segment.End)));

    // "A full stack of pancakes with berries, short stack plain": by the size that its dish is called by.
    private static bool IsStack(Reader reader, in Hypothesis h, Segment segment) =>
        h is { Count: 0, Article: false, HeldSize: null, Edit: Edit.None, JustCopied: false, JustSplit: false, Gap: Gap.Comma or Gap.And, ActionOpen: false, Current.IsShare: false } && segment.SizeClass < 0 && SizeSteps.SaysThing(reader, h, segment)
        && reader.Tokens[segment.Start].Kind == TokenKind.Word && !reader.IsNumber(segment.Start) && reader.Tokens[segment.Start - 1].Key != "the" && reader.KeyAt(segment.End) != "of" && !reader.NamesDish(segment.End);

    // "Coffee small, large and large."
    private static bool IsListed(Reader reader, in Hypothesis h, Segment segment) =>
        h is { Last: SegmentKind.Size, Count: 0, Article: false, HeldSize: null, Edit: Edit.None, Gap: Gap.Comma or Gap.And, Current: { Size: >= 0, Quantity: 1, IsShare: false } listed }
        && (reader.Tokens[segment.Start - 1].IsBreak || reader.IsPhrase(segment.Start - 1, Lexicon.Cue.And, Lexicon.Cue.And)) && !reader.NamesSize(Math.Max(0, listed.NameStart - 1)) && SizeSteps.EndsHere(reader, segment.End);
}
