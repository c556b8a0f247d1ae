using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>"x2", "twice": how many of what stands before, or of what comes.</summary>
internal static class TimesSteps
{
    private static readonly HashSet<string> Calling = ["ring", "knock", "call", "buzz", "honk", "beep", "text", "try", "tried", "called", "rang", "checked", "asked"];

    public static void Take(Reader reader, Hypothesis h, Segment segment)
    {
        // "Ring twice": nothing to eat.
        if (Calling.Contains(reader.KeyAt(segment.Start - 1)))
        {
            reader.Next.Add(h with { Last = SegmentKind.Phrase });
            return;
        }

        // "Orange juice 12 x3": how large, then how many.
        if (h is { Count: > 0, Current.Size: < 0 } && LooseCounts.Use(reader, h) is { Count: 0, Current.Size: >= 0 } sized)
            h = sized with { Last = SegmentKind.Size };

        // "Iced coffee, sweetener x3".
        if (h is { Gap: Gap.None, Last: SegmentKind.Modifier, Current: { Modifiers: { Head: { Index: >= 0, Action: ModifierAction.Add or ModifierAction.Extra } counting } extras } sweetened } && (CountedExtras.Has(reader, counting.Index) || IsListed(reader, sweetened, counting, segment)))
        {
            reader.Next.Add(h.WithCurrent(sweetened with { Modifiers = extras.Tail.Push(counting with { Quantity = segment.Value }) }) with { Last = SegmentKind.Number });
            return;
        }

        if (MealPairs.Times(reader, h, segment) is { } both)
        {
            reader.Next.Add(both);
            return;
        }

        // "2x dumplings 2x rice": what has its count before it leaves the next one to the next dish.
        var isCounted = h.Current is { } counted && counted.IsCounted && !reader.EndsClause(segment.End);
        // "Latte (large) x2".
        var isAtEnd = reader.EndsClause(segment.End);
        if (h.Current is { } current && !isCounted && (h.Gap == Gap.None || (h.Gap is Gap.Comma or Gap.Stop && isAtEnd && current.Quantity == 1)) && h.Last is SegmentKind.Item or SegmentKind.Modifier or SegmentKind.Size)
        {
            var times = current is { Item: >= 0, Size: < 0 } && reader.Menu.Items[current.Item].SizeByNumber.TryGetValue(segment.Value, out var pieces)
                ? current with { Size = pieces }
                : current with { Quantity = segment.Value };
            reader.Next.Add(h.WithCurrent(times) with { Last = SegmentKind.Number });
            return;
        }

        reader.Next.Add(h with { Count = segment.Value, CountAt = segment.Start, Slot = Slot.Dish, Last = SegmentKind.Number });
        if (h.Gap == Gap.Comma && NumberSteps.Share(h, segment.Value) is { } split)
            reader.Next.Add(split.Gain(-0.4));
    }

    // "Own bowl: kale, egg x2, beets": a list of extras goes on behind it.
    private static bool IsListed(Reader reader, DraftLine line, DraftModifier extra, Segment times) =>
        line is { Quantity: 1, Modifiers.Tail: not null } && IsComma(reader, extra.Segment.Start - 1) && IsComma(reader, times.End) && reader.OffersNext(line.Item, times.End + 1);

    private static bool IsComma(Reader reader, int at) => (uint)at < (uint)reader.Tokens.Count && reader.Tokens[at].Kind == TokenKind.Comma;
}
