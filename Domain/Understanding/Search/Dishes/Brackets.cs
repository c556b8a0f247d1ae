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
        if (h is not { Count: 0, Article: false, HeldSize: null, Held: null, Edit: Edit.None, Current: { Modifiers: null, IsUnknown: false, Role: not (Role.Question or Role.Story) } kind } || !IsAlone(reader, segment))
            return null;
        var open = segment.Start - 1;

        // "A brochette of chicken (shish taouk)".
        if (kind.Item >= 0 && kind.End == open && segment.Items.AsSpan().Contains(kind.Item))
            return h.WithCurrent(kind with { End = segment.End }).Gain(0.5) with { Gap = Gap.None, Slot = Slot.Closed, Last = SegmentKind.Item };
        if (kind.End > open || kind.End < open - Farthest || (kind.Item >= 0 && !KindShares.SaysOnlyKind(reader, kind)))
            return null;
        int[] which = kind.IsOpen ? [.. kind.Candidates.Intersect(segment.Items)] : ItemKinds.OnlyLike(reader, kind.Item, segment.Items) is >= 0 and var like ? [like] : [];
        if (which is not [var only])
            return null;
        var settled = Attach.Settle(reader, kind with { Size = SizeOf(reader, kind, only), End = segment.End, Stems = [.. kind.Stems, .. segment.Stems] }, [only]);
        return h.WithCurrent(settled).Gain(0.5) with { Gap = Gap.None, Slot = Slot.Closed, Last = SegmentKind.Item };
    }

    private static bool IsAlone(Reader reader, Segment segment) =>
        segment.Start > 0 && segment.End < reader.Tokens.Count && reader.Tokens[segment.Start - 1].Key == Token.Open && reader.Tokens[segment.End].Key == Token.Close;

    private static int SizeOf(Reader reader, DraftLine kind, int dish) =>
        kind is { Item: >= 0, Size: >= 0 } ? reader.SizeNamed(dish, reader.Menu.Items[kind.Item].Item.Sizes[kind.Size].Name) : -1;
}
