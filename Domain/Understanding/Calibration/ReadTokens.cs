using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>Which words of a message became dishes and extras.</summary>
internal static class ReadTokens
{
    private const int Near = 4;

    /// <summary>Whether there is a word at this place and it was read.</summary>
    public static bool Has(List<Token> tokens, int at, OrderReading reading) =>
        at >= 0 && at < tokens.Count && reading.SpanAt(tokens[at].Start, tokens[at].End) is not null;

    /// <summary>Whether something was read within a few words from here, in the same sentence.</summary>
    public static bool Follow(List<Token> tokens, int at, OrderReading reading)
    {
        for (var end = Math.Min(tokens.Count, at + Near); at < end; at++)
        {
            if (Has(tokens, at, reading))
                return true;
            if (tokens[at].Kind is TokenKind.Stop or TokenKind.Line)
                return false;
        }

        return false;
    }
}
