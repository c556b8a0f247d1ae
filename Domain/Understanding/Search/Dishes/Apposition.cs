using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A dish said twice, first by what it is and then by its name: "a turkey sandwich, the Turkey Club".</summary>
internal static class Apposition
{
    /// <summary>The name belongs to the dish before; null where it is a dish of its own.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Count: 0, HeldSize: null, Held: null, Edit: Edit.None, JustSplit: false, Gap: Gap.None or Gap.Comma, Current: { Role: not (Role.Question or Role.Story) } dish }
            || segment.Start < 2 || !Articles.Definite.Contains(reader.Tokens[segment.Start - 1].Key) || (h.ActionOpen && h.Last != SegmentKind.Unknown) || segment.Items is not [var named])
        {
            return null;
        }

        var isOne = reader.IsOne(segment.End);
        if (dish.Item == named)
            return (h.Gap == Gap.Comma || isOne) && (isOne || (segment.IsWholeName && (dish.Trust < 0.9 || !segment.Stems.AsSpan().SequenceEqual(dish.Stems)))) ? Said(h, dish with { Trust = Math.Max(dish.Trust, 0.9) }, segment, isOne) : null;

        // "The tuna sandwich, the thon one", where nobody knows the first.
        if (dish.IsUnknown && isOne && h.Last == SegmentKind.Unknown)
        {
            var opened = NewLines.Open(reader, h with { Lines = h.Lines!.Tail, Count = dish.Quantity, CountAt = dish.Start }, segment);
            return opened.Gain(0.5) with { Skip = segment.End };
        }

        return null;
    }

    private static Hypothesis Said(Hypothesis h, DraftLine dish, Segment segment, bool isOne) =>
        h.WithCurrent(dish).Gain(0.5) with { Last = SegmentKind.Item, Gap = Gap.None, Slot = Slot.Closed, Article = false, ActionOpen = false, Skip = isOne ? segment.End : h.Skip };

}
