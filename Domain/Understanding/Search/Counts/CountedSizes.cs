using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>"Two large and one small latte", "a medium and a large cola": sizes with their counts first, the dish behind the last of them.</summary>
internal static class CountedSizes
{
    // What a size costs until its dish is named: other readings, in which it is the dish before's, would all be pushed out in the meantime.
    private const double Waiting = 0.5;

    /// <summary>Keeps a counted size for the dish that is named later, where another counted size follows.</summary>
    /// <param name="next">The token behind the comma or the "and".</param>
    public static Hypothesis Keep(Reader reader, Hypothesis h, int next) =>
        h is { HeldSize: { } size, Held: null } && (((h.Count > 0 || h.Article) && IsCounted(reader, next)) || IsListed(reader, h, next))
            ? h.Gain(-Waiting) with { Sizes = h.Sizes.Push(new(size, Math.Max(1, h.Count))), HeldSize = null, Count = 0, CountAt = -1, Article = false }
            : h;

    /// <summary>The lines so far, with those of the counted sizes in the dish that is named now.</summary>
    public static Chain<DraftLine>? Lines(Reader reader, in Hypothesis h, DraftLine line)
    {
        var lines = h.Lines;
        if (h.HeldSize is null || line.Item < 0)
            return lines;
        foreach (var sized in h.Sizes.OldestFirst())
            lines = lines.Push(DishSizes.Apply(reader, line with { Quantity = sized.Count, Size = -1, Start = sized.Size.Start }, sized.Size).Line);
        return lines;
    }

    /// <summary>"Three bowls (two small, one large), a large …": what stands in brackets is of the dish before.</summary>
    public static Hypothesis EndWith(in Hypothesis h, Token mark) => mark.Key == Token.Close && h is { Sizes: not null } ? h.Gain(-3) : h;

    /// <summary>What it says about the reading that a dish comes now.</summary>
    public static double Fit(in Hypothesis h) => h.Sizes is null ? 0 : h.HeldSize is null ? -3 : 0.3 + Waiting * h.Sizes.Count;

    // "Small, medium and large latte": one of each.
    private static bool IsListed(Reader reader, in Hypothesis h, int next)
    {
        if (h is not { Last: SegmentKind.Size, Count: <= 1 } || !reader.NamesSize(next) || reader.IsNumber(next) || reader.NamesDish(next))
            return false;
        return reader.IsPhrase(next - 1, Cue.And, Cue.And)
            ? reader.NamesDish(next + 1)
            : reader.IsPhrase(next + 1, Cue.And, Cue.And) && reader.NamesSize(next + 2) && reader.NamesDish(next + 3);
    }

    private static bool IsCounted(Reader reader, int token) =>
        token + 1 < reader.Tokens.Count && (reader.IsNumber(token) || reader.Tokens[token].Key is "a" or "an") && reader.NamesSize(token + 1);
}
