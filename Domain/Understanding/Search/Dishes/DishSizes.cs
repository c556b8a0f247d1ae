using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>Which sizes a dish comes in.</summary>
internal static class DishSizes
{
    private const string Normal = "normal";

    /// <summary>The line in that size, and what that says about the reading.</summary>
    public static (DraftLine Line, double Gain) Apply(Reader reader, DraftLine line, Segment size)
    {
        if (line.IsOpen && OnlyIn(reader, line, size) is >= 0 and var only)
            return (Attach.Settle(reader, line with { WaitingSize = size }, reader.Menu.Items[only].Alone), 0.2);
        if (line.Item < 0)
            return (line with { WaitingSize = size }, 0);
        var index = Find(reader, line, size);
        if (index >= 0)
            return (line with { Size = index }, 0.3);

        if (ReferenceEquals(size.Why, MeasureSegments.Nowhere) || IsAmount(reader, size))
            return (line, 0);

        // "6 burgers" where only nuggets come by six: a number that is no size of this dish counts it.
        if (reader.IsNumber(size.Start))
            return (line, -SizeSteps.Lost);
        return (line, reader.Menu.Items[line.Item].Item.Sizes.Count > 0 ? -0.6 : -0.2);
    }

    /// <summary>"An extra large latte", "a venti", where it comes in other sizes: named as missing.</summary>
    public static bool Lacks(Reader reader, DraftLine line, Segment size) =>
        ReferenceEquals(size.Why, MeasureSegments.Nowhere) || (line.Item >= 0 && IsAmount(reader, size) && Find(reader, line.Item, size) < 0) || line is { Item: >= 0 and var item } && reader.Menu.Items[item].Item.Sizes.Count > 0 && Find(reader, item, size) < 0 && reader.Tokens[size.Start].Kind == TokenKind.Word && !reader.IsNumber(size.Start) && !Remainders.IsPlain(reader, size);

    /// <summary>"Two bowls, normal", "due bowl normali", where they come in a middle size; null where it says nothing of the size.</summary>
    public static Hypothesis? IfNormal(Reader reader, in Hypothesis h, Segment segment) =>
        segment.End == segment.Start + 1 && reader.Tokens[segment.Start].Key.StartsWith(Normal, StringComparison.Ordinal)
        && h is { Last: SegmentKind.Item, Gap: Gap.None or Gap.Comma, Count: 0, JustSplit: false, JustCopied: false, Current: { Item: >= 0 and var item, Size: < 0 } line } && NormalOf(reader, item) is >= 0 and var size
        // "A latte with oat and a latte normal": as it comes.
        && h.Lines!.Tail.Newest(DraftLine.TraitOf(item), item, static (line, item) => line.Item == item && line.Size < 0) is null
            ? h.WithCurrent(line with { Size = size }).Gain(0.3) with { Last = SegmentKind.Size, Slot = Slot.Closed, Gap = Gap.None }
            : null;

    private static int NormalOf(Reader reader, int item)
    {
        const int middle = 2;
        if (reader.Menu.Items[item].SizeByClass.TryGetValue(middle, out var size))
            return size;
        var sizes = reader.Menu.Items[item].Item.Sizes;
        for (var named = 0; named < sizes.Count; named++)
        {
            if (sizes[named].Name.StartsWith(Normal, StringComparison.OrdinalIgnoreCase))
                return named;
        }

        return -1;
    }

    // "6 piece fried chicken", where only the tenders come by six.
    private static bool IsAmount(Reader reader, Segment size) =>
        size.End == size.Start + 2 && reader.Tokens[size.Start] is { Kind: TokenKind.Number, Value: > 1 } && (reader.Tokens[size.End - 1].Key is "piece" or "pc" or "oz" or "inch");

    // "A quarter duck", where the duck rolls come in no such size.
    public static int OnlyIn(Reader reader, DraftLine line, Segment size)
    {
        var only = -1;
        foreach (var item in line.Candidates)
        {
            if (Find(reader, item, size) < 0)
                continue;
            if (only >= 0)
                return -1;
            only = item;
        }

        return only;
    }

    public static int Find(Reader reader, DraftLine line, Segment size) => line.Item < 0 ? -1 : Find(reader, line.Item, size);

    private static int Find(Reader reader, int dish, Segment size)
    {
        var item = reader.Menu.Items[dish];
        if (item.SizeBySpelling.TryGetValue(size.SizeSpelling, out var index))
            return index;
        return item.SizeByClass.TryGetValue(size.SizeClass, out index) ? index : -1;
    }
}
