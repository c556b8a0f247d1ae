using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>"Cola 2 lemonade 1 burger 3": every count stands behind its dish, without commas.</summary>
internal static class TrailingCounts
{
    private const int LongestList = 40;

    /// <summary>Whether this number is one of several in a list that begins with a dish and ends with a number.</summary>
    public static bool Are(Reader reader, int at)
    {
        var start = at;
        while (start > Math.Max(0, at - LongestList) && !Ends(reader, start - 1))
            start--;
        if (!reader.NamesDish(start) || reader.IsNumber(start))
            return false;
        var (numbers, next) = (0, start);
        for (; next < Math.Min(reader.Tokens.Count, start + LongestList) && !Ends(reader, next); next++)
        {
            if (!IsCount(reader, next))
                continue;
            numbers++;
            if (next + 1 < reader.Tokens.Count && !Ends(reader, next + 1) && !reader.NamesDish(next + 1))
                return false;
        }

        return numbers > 1 && IsCount(reader, next - 1);
    }

    private static bool Ends(Reader reader, int at) => reader.Tokens[at].IsBreak || reader.IsPhrase(at, Cue.And, Cue.Filler);

    private static bool IsCount(Reader reader, int at) => reader.IsNumber(at) && reader.Tokens[at].Key is not ("another" or "single");
}
