using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>"Two lassis, one of each flavour", "one of each soup", "two of each size": all dishes or sizes that the words leave open.</summary>
internal static class EachKind
{
    // Nobody wants one of each of so many.
    private const int Most = 4;

    /// <summary>What was named is wanted in each of its kinds, or sizes; null where it comes in one, or in other numbers.</summary>
    /// <param name="at">The token behind "of each".</param>
    public static Hypothesis? OfCurrent(Reader reader, in Hypothesis h, int at)
    {
        if (h.Current is not { IsUnknown: false, IsShare: false, Role: not (Role.Question or Role.Story) } dish)
            return null;
        var saysSize = (KindSizes.Has(reader, dish) && reader.EndsClause(at)) || (reader.KeyAt(at) is "size" or "sizes");
        var sizes = saysSize && dish is { Item: >= 0 and var sized, Size: < 0 } ? reader.Menu.Items[sized].Item.Sizes.Count : 0;
        var kinds = dish.IsOpen ? dish.Candidates.Length : sizes;
        var count = h.Count > 0 ? h.Count : dish.Quantity;
        if (kinds is < 2 or > Most || (h.Count > 0 && dish.Quantity > 1 && dish.Quantity != count * kinds))
            return null;
        var lines = h.Lines!.Tail;
        for (var kind = 0; kind < kinds; kind++)
        {
            var one = dish with { Quantity = count };
            lines = lines.Push(dish.IsOpen ? Attach.Settle(reader, one, reader.Menu.Items[dish.Candidates[kind]].Alone) : one with { Size = kind });
        }

        return h.Gain(0.8) with { Lines = lines, Count = 0, CountAt = -1, Article = false, Gap = Gap.None, Slot = Slot.Closed, Last = SegmentKind.Size };
    }

    /// <summary>"One of each soup", "one each of the two lassis": a line for each dish that the words may mean; null where they mean one.</summary>
    public static Hypothesis? Named(Reader reader, in Hypothesis h, Segment segment)
    {
        if (!IsBehindEach(reader, segment.Start))
            return null;
        if (segment.Items.Length is < 2 or > Most)
            return null;
        var all = h with { Count = 0 };
        foreach (var item in segment.Items)
            all = NewLines.Open(reader, all with { Count = 0, Portions = h.Portions, HeldSize = h.HeldSize, Held = h.Held, Score = h.Score }, segment with { Items = reader.Menu.Items[item].Alone });
        return all.Gain(0.8) with { Portions = 1 };
    }

    /// <summary>Whether several dishes are named right behind "of each".</summary>
    public static bool IsNamedAt(Reader reader, int at)
    {
        if (at >= reader.Tokens.Count)
            return false;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next is { Kind: SegmentKind.Item, Items.Length: > 1 and <= Most })
                return true;
        }

        return false;
    }

    private static bool IsBehindEach(Reader reader, int at)
    {
        if (at > 1 && reader.IsNumber(at - 1))
            at--;
        if (at > 2 && reader.Tokens[at - 1].Key == "the")
            at--;
        return at > 1 && (reader.Tokens[at - 1].Key, reader.Tokens[at - 2].Key) is ("each", "of") or ("of", "each");
    }
}
