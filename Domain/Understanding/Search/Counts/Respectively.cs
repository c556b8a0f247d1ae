using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>"A latte and a mocha, large and medium respectively": the list before gives each of the dishes its own, in their order.</summary>
internal static class Respectively
{
    private const int LongestList = 20;

    /// <summary>Null where no list of sizes or extras stands there, or it is not as long as what it is for.</summary>
    public static Hypothesis? Take(Reader reader, Hypothesis h, Segment segment)
    {
        var end = segment.Start > 0 && reader.Tokens[segment.Start - 1].Kind == TokenKind.Comma ? segment.Start - 1 : segment.Start;
        for (var start = Math.Max(0, end - LongestList); start < end; start++)
        {
            if (ListAt(reader, start, end) is { Count: > 1 } values && Give(reader, h, start, values) is { } lines)
            {
                return h.Gain(1) with
                {
                    Lines = lines,
                    Held = null,
                    HeldSize = null,
                    Count = 0,
                    CountAt = -1,
                    Article = false,
                    Fresh = 0,
                    Gap = Gap.None,
                    Reach = Reach.Current,
                    With = false,
                    Slot = Slot.Closed,
                    Last = SegmentKind.Modifier,
                };
            }
        }

        return null;
    }

    // "Large, small and medium": all sizes or all extras, with nothing but commas and "and" between them.
    private static List<Segment>? ListAt(Reader reader, int start, int end)
    {
        var values = new List<Segment>();
        for (var at = start; at < end;)
        {
            if (values.Count > 0)
            {
                if (!Joins(reader, at))
                    return null;
                at += at + 1 < end && Joins(reader, at + 1) ? 2 : 1;
            }

            if (at >= end || Longest(reader, at, end, values) is not { } value)
                return null;
            values.Add(value);
            at = value.End;
        }

        return values;
    }

    private static bool Joins(Reader reader, int at) => reader.Tokens[at].Kind == TokenKind.Comma || reader.IsPhrase(at, Cue.And, Cue.And);

    private static Segment? Longest(Reader reader, int at, int end, List<Segment> before)
    {
        Segment? longest = null;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next.Kind is SegmentKind.Size or SegmentKind.Modifier && (before.Count == 0 || before[0].Kind == next.Kind) && next.End <= end && next.End > (longest?.End ?? at))
                longest = next;
        }

        return longest;
    }

    // To as many dishes, or to as many of one.
    private static Chain<DraftLine>? Give(Reader reader, in Hypothesis h, int start, List<Segment> values)
    {
        if (h.Current is not { IsShare: false } newest)
            return null;
        var isOfOne = newest.Quantity == values.Count;
        var (rest, given) = (h.Lines, (Chain<DraftLine>?)null);
        for (var i = values.Count - 1; i >= 0; i--)
        {
            if (rest is not { Head: { Item: >= 0, Quantity: > 0 } line } || line.End > start || With(reader, line with { Modifiers = Shares.Before(line.Modifiers, start) }, values[i]) is not { } dressed)
                return null;
            given = given.Push(isOfOne ? dressed with { Quantity = 1 } : dressed);
            rest = isOfOne && i > 0 ? rest : rest.Tail;
        }

        foreach (var line in given.Each())
            rest = rest.Push(line);
        return rest;
    }

    private static DraftLine? With(Reader reader, DraftLine line, Segment value)
    {
        if (value.Kind == SegmentKind.Modifier)
            return Attach.To(reader, line, value, ModifierAction.Add, 1);
        return DishSizes.Find(reader, line, value) is >= 0 and var size ? line with { Size = size } : null;
    }
}
