namespace Restaurant.Domain.Understanding.Tokens;

/// <summary>Signs between a number and what it counts, which are no words.</summary>
internal static class TimesSigns
{
    // From two on, each at the place of its number.
    private static readonly string[] Spoken = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>"6 x large cod" is no extra large one, "2 x 10 inch" are no ten: the number has said it. "26 x2" is twice number 26.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int at, List<Token> tokens) =>
        tokens.Count > 0 && tokens[^1] is { Kind: TokenKind.Number } number && at - number.End <= 1 && !(tokens.Count > 1 && tokens[^2] is { Kind: TokenKind.Word } letters && letters.End == number.Start)
        && (at + 1 == text.Length || text[at + 1] is ' ' || (at == number.End && char.IsAsciiDigit(text[at + 1])));

    /// <summary>"Cola 👉 3", "cola = 3".</summary>
    public static bool EndsInArrow(List<Token> tokens) =>
        tokens.Count > 1 && tokens[^1] is { Kind: TokenKind.Emoji, Key: "👉" or "➡" or "➜" or "→" or "=" } && tokens[^2].Kind == TokenKind.Word;

    /// <summary>"Spring rolls x two" is twice; "six x large cod" are no extra large ones.</summary>
    public static void Settle(List<Token> tokens)
    {
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (tokens[at] is not { Kind: TokenKind.Word, Key: "x" } sign)
                continue;
            if (tokens[at - 1].Kind != TokenKind.Word)
                continue;
            if (CountOf(tokens[at - 1]) > 0)
            {
                tokens.RemoveAt(at);
            }
            else if (CountOf(tokens[at + 1]) is > 0 and var count)
            {
                tokens[at] = new(sign.Start, tokens[at + 1].End - sign.Start, TokenKind.Times, "", count);
                tokens.RemoveAt(at + 1);
            }
        }
    }

    private static int CountOf(Token token) => token.Kind == TokenKind.Word ? Array.IndexOf(Spoken, token.Key) : 0;
}
