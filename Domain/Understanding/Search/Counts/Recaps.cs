using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>"…, swap one for a fish taco, so three beef, one fish": what was ordered is counted once more, and nothing is added.</summary>
internal static class Recaps
{
    private const int Farthest = 24;

    /// <summary>The order with that dish so many times; null where the words order it anew.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment segment)
    {
        if (SaidAgain(reader, h, segment) is { } again)
            return again;
        if (h is not { Count: > 0, Edit: Edit.None, HeldSize: null, Held: null, Lines: not null } || BeginsAt(reader, h.CountAt) is not (>= 0 and var start) || Counted(reader, start) < 2)
            return null;
        if (ItemEdits.Select(h, segment) is not { Current: { Item: >= 0 } line } selected || line.Start >= start)
            return null;
        var (sum, lines) = (0, 0);
        foreach (var other in h.Lines.Each())
        {
            if (other.Item != line.Item || other.Quantity <= 0)
                continue;
            sum += other.Quantity;
            lines++;
        }

        if (sum != h.Count && lines > 1)
            return null;
        return (lines > 1 ? selected : selected.WithCurrent(line with { Quantity = h.Count })).Gain(1) with { Count = 0, CountAt = -1, Exchange = Exchange.None, ActionOpen = false, Action = ModifierAction.Add, Fresh = 0 };
    }

    // "…, so that's three rice in total", "two wraps, yes, two wraps": as many as are on the order.
    private static Hypothesis? SaidAgain(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Count: > 0, CountAt: > 0, Edit: Edit.None or Edit.Correct, HeldSize: null, Held: null } || !SaysAgain(reader, h.CountAt) || More.Contains(reader.KeyAt(segment.End)))
            return null;
        if (ItemEdits.Select(h, segment) is not { Current: { Item: >= 0, Role: not (Role.Question or Role.Story) } line } selected)
            return null;
        var sum = 0;
        foreach (var other in h.Lines.Each())
            sum += other.Item == line.Item && other.Role is not (Role.Question or Role.Story) ? Math.Max(0, other.Quantity) : 0;
        return sum == h.Count ? selected.Gain(1) with { Count = 0, CountAt = -1, Edit = Edit.None, ActionOpen = false, Action = ModifierAction.Add, Fresh = 0 } : null;
    }

    private static readonly HashSet<string> Again = ["so", "thats", "yes", "yep", "yeah", "repeat", "meaning", "altogether", "total"];
    private static readonly HashSet<string> More = ["too", "more", "extra", "also", "additional"];

    // A word that says so, in the same sentence and not far before the count.
    private static bool SaysAgain(Reader reader, int count)
    {
        const int farthest = 5;

        // "No, two. Two whole chickens."
        if (count > 1 && reader.Tokens[count - 1].IsBreak && reader.IsNumber(count - 2) && reader.Tokens[count - 2].Key == reader.Tokens[count].Key)
            return true;
        for (var at = count - 1; at >= Math.Max(0, count - farthest) && reader.Tokens[at].Kind is not (TokenKind.Stop or TokenKind.Line); at--)
        {
            if (Again.Contains(reader.Tokens[at].Key))
                return true;
        }

        return false;
    }

    // The "so" of the sentence; -1 where it has none.
    private static int BeginsAt(Reader reader, int at)
    {
        for (var before = at - 1; before >= Math.Max(0, at - Farthest) && reader.Tokens[before].Kind is not (TokenKind.Stop or TokenKind.Line); before--)
        {
            if (reader.Tokens[before].Key == "so")
                return before;
        }

        return -1;
    }

    // How many dishes it counts.
    private static int Counted(Reader reader, int start)
    {
        var counted = 0;
        for (var at = start + 1; at < Math.Min(start + Farthest, reader.Tokens.Count - 1) && reader.Tokens[at].Kind is not (TokenKind.Stop or TokenKind.Line); at++)
            counted += reader.IsNumber(at) && reader.NamesDish(at + 1) ? 1 : 0;
        return counted;
    }
}
