using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>
/// "Two cod, or haddock if you're out", "a scone if you have any left, otherwise a flapjack": what somebody would have instead is not ordered yet. These
/// words are taken out before the message is read, and a person is told of them.
/// </summary>
internal static class Fallbacks
{
    // Nobody needs more words for why not, or for what instead.
    private const int LongestReason = 7;
    private const int LongestChoice = 8;
    private const int LongestSentence = 60;

    private static readonly HashSet<string> Otherwise = ["otherwise", "sinon", "altrimenti"];
    private static readonly HashSet<string> Gone = ["out", "gone", "sold", "unavailable", "finished", "off"];
    private static readonly HashSet<string> Lacking = ["no", "none", "not", "dont", "havent", "isnt", "arent", "aint", "cant"];
    private static readonly HashSet<string> Having = ["left", "have", "got", "available", "any", "hay", "there", "in", "do"];
    private static readonly HashSet<string> Easy = ["mind", "rush", "hurry", "trouble", "problem", "worries", "bother", "late", "busy", "closed", "issue", "difficult", "careful"];
    private static readonly HashSet<string> Continuing = ["and", "plus", "also", "with", "then"];
    private static readonly HashSet<string> BehindIfNot = ["then", "a", "an", "the", "i", "ill", "just", "give", "make", "go", "one", "two"];

    /// <summary>Whether there were any.</summary>
    public static bool SetApart(List<Token> tokens)
    {
        var any = false;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (EndOfReason(tokens, at) is > 0 and var reason && !IsAnswer(tokens, at))
                any |= Choice(tokens, at, reason) || Rest(tokens, at, reason);
            else if (IsOtherwise(tokens, at) && !BeginsWithIf(tokens, at))
                any |= Rest(tokens, at, at + 1);
        }

        return any;
    }

    private static bool IsOtherwise(List<Token> tokens, int at) =>
        (Otherwise.Contains(tokens[at].Key) && at + 1 < tokens.Count && !tokens[at + 1].IsBreak && !IsFine(tokens, at + 1))
        || (tokens[at].Key == "failing" && at + 2 < tokens.Count && tokens[at + 1].Key is "that" or "those" or "which");

    // "Got any liver? If not, a sandwich": nothing was asked for before. "Let me know if you're out."
    private static bool IsAnswer(List<Token> tokens, int at) =>
        tokens[at - 1] is { Kind: TokenKind.Stop, Value: Token.Asking } || tokens[at - 1].Key is "know" or "me" or "us" or "ask" or "call" or "check" or "see" or "wonder" or "say";

    // "If you're closed forget it, otherwise two cod."
    private static bool BeginsWithIf(List<Token> tokens, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestSentence && tokens[start - 1].Kind is not (TokenKind.Stop or TokenKind.Line))
            start--;
        return tokens[start].Key == "if";
    }

    // "Otherwise all good."
    private static bool IsFine(List<Token> tokens, int at) => tokens[at].Key is "all" or "thats" or "everything" or "its" or "fine" or "ok" or "nothing" or "same" or "as" or "no" or "rien" or "tout" or "ca" or "va" or "niente" or "tutto";

    // "If you're out of cod", "if there's none left", "if not": 0 where no such reason begins here.
    private static int EndOfReason(List<Token> tokens, int at)
    {
        if (tokens[at].Key != "if" || at + 1 >= tokens.Count)
            return 0;
        if (tokens[at + 1].Key == "not")
            return at + 2 < tokens.Count && (tokens[at + 2].Kind == TokenKind.Comma || BehindIfNot.Contains(tokens[at + 2].Key)) ? at + 2 : 0;
        var (lacks, has, isNone) = (false, false, false);
        for (var end = at + 1; end < Math.Min(tokens.Count, at + LongestReason); end++)
        {
            if (Easy.Contains(tokens[end].Key))
                return 0;
            if (tokens[end].IsBreak || tokens[end].Key is "then" or "please" or "pls")
                return (lacks && has) || isNone ? end : 0;
            if (Gone.Contains(tokens[end].Key) && tokens[end - 1].Key is "youre" or "your" or "ur" or "are" or "run" or "its" or "theyre" or "is" or "all" or "thats" or "ran")
                return EndOfOf(tokens, end + 1);
            lacks |= Lacking.Contains(tokens[end].Key);
            isNone |= tokens[end].Key is "no" or "none" && end <= at + 3;
            has |= Having.Contains(tokens[end].Key) || tokens[end].Key is "theres";
        }

        return lacks && has && tokens.Count <= at + LongestReason ? tokens.Count : 0;
    }

    // "… out of cod", "… sold out", "… out of the large ones".
    private static int EndOfOf(List<Token> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].Key == "out")
            at++;
        if (at >= tokens.Count || tokens[at].Key != "of")
            return at;
        var end = at + 1;
        while (end < Math.Min(tokens.Count, at + LongestReason) && !tokens[end].IsBreak && tokens[end].Key is not ("then" or "i" or "ill" or "just" or "give" or "make"))
            end++;
        return end;
    }

    // "…, or haddock if you're out": what was said between the comma or the "or" and the reason.
    private static bool Choice(List<Token> tokens, int at, int end)
    {
        if (end < tokens.Count && !tokens[end].IsBreak)
            return false;
        var start = at - 1;
        while (start > 0 && at - start <= LongestChoice && !tokens[start].IsBreak && tokens[start].Key is not ("or" or "and" or "but"))
            start--;
        if (start == at - 1 || start <= 0 || at - start > LongestChoice || tokens[start].Kind is TokenKind.Stop or TokenKind.Line || tokens[start].Key is "and" or "but")
            return false;
        if (start > 1 && tokens[start].Key != "or" && tokens[start - 1].Key == "or")
            start--;
        Blank(tokens, start, end);
        return true;
    }

    // "…, if not then a cappuccino, and a tea": to where the order goes on.
    private static bool Rest(List<Token> tokens, int at, int reason)
    {
        var start = tokens[at - 1].Key is "or" or "but" or "and" or "only" ? at - 1 : at;
        var end = reason < tokens.Count && tokens[reason].Kind == TokenKind.Comma ? reason + 1 : reason;
        if (end > reason && end < tokens.Count && Continuing.Contains(tokens[end].Key))
            return false;
        var said = end;
        while (end < tokens.Count && tokens[end].Kind is not (TokenKind.Stop or TokenKind.Line) && !(tokens[end].Kind == TokenKind.Comma && (end + 1 >= tokens.Count || Continuing.Contains(tokens[end + 1].Key))))
            end++;
        if (said >= end)
            return false;
        Blank(tokens, start, end);
        return true;
    }

    private static void Blank(List<Token> tokens, int start, int end)
    {
        tokens[start] = tokens[start] with { Kind = TokenKind.Comma, Key = "" };
        for (start++; start < end; start++)
            tokens[start] = tokens[start] with { Kind = TokenKind.Noise, Key = "" };
    }
}
