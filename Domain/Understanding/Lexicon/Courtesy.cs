using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>
/// "Fries with both please", "corn for both of us for 7pm 🙏": what is said at the end of a sentence only to be kind, or for when it is, stands apart from it,
/// comma or not. What a rule asks of the end of a sentence holds before it, too.
/// </summary>
internal static class Courtesy
{
    private static readonly HashSet<string> Words =
    [
        "please", "pls", "plz", "plse", "thanks", "thank", "thankyou", "thx", "thnx", "thanx", "tnx", "ty", "ta", "tah", "cheers", "asap", "tonight", "today", "mate", "lol", "haha", "xx", "xxx",
        "bitte", "danke", "merci", "gracias", "grazie", "svp", "stp", "pf", "porfa",
    ];

    /// <param name="tongue">Its menu may have a "Club Mate".</param>
    public static void SetApart(List<Token> tokens, MenuTongue tongue)
    {
        for (var end = tokens.Count; end > 1; end--)
        {
            if (end < tokens.Count && (!tokens[end].IsBreak || tokens[end].Key == Token.Colon))
                continue;
            var start = end;
            while (start > 0 && IsCourtesy(tokens, start - 1) && !tongue.IsOfMenu(tokens[start - 1]))
                start--;
            if (start > 0 && start < end && !tokens[start - 1].IsBreak)
                tokens.Insert(start, new(tokens[start].Start, 0, TokenKind.Comma, ""));
            end = start;
        }
    }

    private static bool IsCourtesy(List<Token> tokens, int at) => tokens[at].Kind switch
    {
        TokenKind.Word => Words.Contains(tokens[at].Key) || (tokens[at].Key == "you" && at > 0 && tokens[at - 1].Key == "thank") || (tokens[at].Key is "am" or "pm" && at > 0 && tokens[at - 1] is { Kind: TokenKind.Noise, Key: "" }),
        TokenKind.Emoji => !EmojiSegments.IsFood(tokens[at].Key),
        TokenKind.Noise => tokens[at].Key.Length == 0,
        _ => false,
    };
}
