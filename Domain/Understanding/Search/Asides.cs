using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Unknown words that are nobody's order: who somebody is, where they are, what a list is about.</summary>
internal static class Asides
{
    private static readonly HashSet<string> Wanting = ["will", "wants", "would", "has", "gets", "takes", "needs", "ill", "fancies"];
    private static readonly HashSet<string> Telling = ["its", "is", "im", "am", "here"];
    private static readonly HashSet<string> Where = ["by", "near", "behind", "outside", "opposite", "beside", "under", "below", "above", "past"];
    private static readonly HashSet<string> WhereWords = ["next", "front", "side", "across", "close"];

    /// <summary>"… and Priya a small coffee", "my grandson will have": who, not what.</summary>
    public static bool IsAside(Reader reader, in Hypothesis h, int end)
    {
        if (h is not { Count: 0, RunHasFood: false } || end != h.Run + 1)
            return false;
        var before = h.Run > 0 ? reader.Tokens[h.Run - 1].Key : "";
        var next = end < reader.Tokens.Count ? reader.Tokens[end].Key : "";
        if (before == "for" && h.JustCopied)
            return true;
        if (before is "my" or "our" && (Wanting.Contains(next) || (h.Run > 1 && reader.Tokens[h.Run - 2].Key == "with")))
            return true;
        return !h.Article && ((h.Slot == Slot.Dish && next is "a" or "an" or "the" or "one" or "two") || (h.Slot is Slot.Dish or Slot.Part && next is "will" or "wants" or "ill"));
    }

    /// <summary>"cabin 12", "sat by the fish tank": where it goes.</summary>
    public static bool IsPlace(Reader reader, in Hypothesis h)
    {
        if (h.Run + 1 < reader.Tokens.Count && reader.Tokens[h.Run + 1] is { Kind: TokenKind.Noise, Key: { Length: > 0 } number } && number.All(char.IsAsciiDigit))
            return true;
        var at = h.Run - 1;
        if (at < 1 || reader.Tokens[at].Key != "the")
            return false;
        return Where.Contains(reader.Tokens[at - 1].Key) || (at > 1 && reader.Tokens[at - 1].Key is "to" or "of" or "from" && WhereWords.Contains(reader.Tokens[at - 2].Key));
    }

    // Hardly anybody orders so many of what the menu lacks.
    private const int LeastHouse = 20;

    /// <summary>"55 Tennyson", "Hall &amp; Webb", "Dave's driving": a house, a firm, what somebody does.</summary>
    public static bool IsSomebody(Reader reader, in Hypothesis h, int end)
    {
        if (h is not { Run: > 0, Article: false })
            return false;
        if (h is { Lines: null, Count: 0 } && end == h.Run + 1 && reader.IsCapital(h.Run) && Telling.Contains(reader.Tokens[h.Run - 1].Key) && (reader.EndsClause(end) || reader.Tokens[end].Key is "here" or "from" or "again"))
            return true;
        if (h.RunHasFood)
            return false;

        var (first, before) = (reader.Tokens[h.Run], reader.Tokens[h.Run - 1]);
        if (h.Count >= LeastHouse)
            return h.CountAt == h.Run - 1 && reader.IsCapital(h.Run) && reader.EndsClause(end);
        if (h.Count > 0)
            return false;
        if (end > h.Run + 1 && first.Length == first.Key.Length + 1 && first.Key[^1] == 's' && reader.Tokens[end - 1].Key is [_, _, .., 'i', 'n', 'g'])
            return true;
        return before.Key is "&" or "and" && h.Run > 1 && reader.IsCapital(h.Run) && reader.IsCapital(h.Run - 2) && IsNobodysDish(reader, h.Run - 2);
    }

    private static bool IsNobodysDish(Reader reader, int at)
    {
        foreach (var segment in reader.Lattice.At(at))
        {
            if (segment is not { Kind: SegmentKind.Unknown, IsFood: false } and not { Kind: SegmentKind.Phrase, Cue: Cue.Common })
                return false;
        }

        return true;
    }

    /// <summary>"Takeaway roasts for Sunday: …": what is wanted stands behind the colon.</summary>
    public static bool HeadsList(Reader reader, in Hypothesis h, int at)
    {
        const int farthest = 8;

        // "Sauces: garlic on the doners", but "goulash: 2".
        if (at + 1 < reader.Tokens.Count && reader.Tokens[at].Key == Token.Colon && at == h.Run + 1 && (h.Run == 0 || reader.Tokens[h.Run - 1].IsBreak))
            return !reader.IsNumber(at + 1) || !reader.EndsClause(at + 2);
        var last = Math.Min(at + farthest, reader.Tokens.Count - 2);
        for (; h.Lines is null && at < last; at++)
        {
            if (reader.Tokens[at].IsBreak)
                return reader.Tokens[at].Key == Token.Colon;
        }

        return false;
    }
}
