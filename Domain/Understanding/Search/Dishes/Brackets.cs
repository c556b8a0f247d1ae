using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>"Two naans (garlic)", "shakes x2 (vanilla)": which of the kind it is stands in brackets behind it.</summary>
internal static class Brackets
{
    // A count or a size may stand between.
    private const int Farthest = 2;

    /// <summary>The dish before is the one in brackets; null where they hold something else.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment segment)
    {
        if (SaysAgain(reader, h, segment))
            return h.Gain(0.5) with { Count = 0, CountAt = -1, Article = false, Gap = Gap.None, Slot = Slot.Closed, Last = SegmentKind.Item };
        if (h is not { Count: 0, Article: false, HeldSize: null, Held: null, Edit: Edit.None, Current: { Modifiers: null, IsUnknown: false, Role: not (Role.Question or Role.Story) } kind } || !reader.IsInBrackets(segment.Start, segment.End))
            return null;
        var open = segment.Start - 1;

        if (kind.End > open || kind.End < open - Farthest || (kind.Item >= 0 && !KindShares.SaysOnlyKind(reader, kind)))
            return null;
        int[] which = kind.IsOpen ? [.. kind.Candidates.Intersect(segment.Items)] : ItemKinds.OnlyLike(reader, kind.Item, segment.Items) is >= 0 and var like ? [like] : [];
        if (which is not [var only])
            return null;
        var settled = Attach.Settle(reader, kind with { Size = SizeOf(reader, kind, only), End = segment.End, Stems = [.. kind.Stems, .. segment.Stems] }, [only]);
        return h.WithCurrent(settled).Gain(0.5) with { Gap = Gap.None, Slot = Slot.Closed, Last = SegmentKind.Item };
    }

    // "A croissant (just the one croissant)": the dish right before the bracket, in as many.
    private static bool SaysAgain(Reader reader, in Hypothesis h, Segment segment)
    {
        const int farthest = 4;
        if (h is not { HeldSize: null, Held: null, Edit: Edit.None, ActionOpen: false, Current: { Item: >= 0 and var dish, Role: not (Role.Question or Role.Story) } line } || (h.Count > 0 && h.Count != line.Quantity) || !segment.Items.AsSpan().Contains(dish))
            return false;
        var open = segment.Start - 1;
        while (open > Math.Max(0, segment.Start - farthest) && !reader.Tokens[open].IsBreak)
            open--;
        return open >= 0 && reader.Tokens[open].Key == Token.Open && Math.Max(line.End, line.Modifiers?.Head.Segment.End ?? 0) == open && reader.Tokens[open + 1].Key is not ("plus" or "and" or "with" or "another");
    }

    private static int SizeOf(Reader reader, DraftLine kind, int dish) =>
        kind is { Item: >= 0, Size: >= 0 } ? reader.SizeNamed(dish, reader.Menu.Items[kind.Item].Item.Sizes[kind.Size].Name) : -1;
}
