using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Talk;

/// <summary>Words that look like a question or a story and only stand beside an order: "if you've got any", "when you have a sec".</summary>
internal static class AsideCues
{
    private static readonly HashSet<string> Someone = ["you", "u", "ur", "youre", "its", "it", "we", "they", "he", "she", "i", "possible", "ready", "done", "free"];
    private static readonly HashSet<string> Any = ["em", "them", "it", "any", "some", "one", "left", "still", "those"];

    /// <summary>Whether what begins there says nothing of what the sentence is for.</summary>
    // "A burger (guess why) and chips", "two puddings when you have a sec": it asks nothing.
    public static bool Is(List<Token> tokens, int start, int at, int end)
    {
        if (at > start && tokens[at].Key == "when" && at + 1 < end && Someone.Contains(tokens[at + 1].Key))
            return true;
        if (IsIfAny(tokens, start, at, end) || IsOfOrder(tokens, start, at, end) || IsWhereTo(tokens, start, at, end))
            return true;
        var open = at;
        while (open > start && tokens[open].Key is not (Token.Open or Token.Close))
            open--;
        if (tokens[open].Key != Token.Open || open == start)
            return false;
        for (var close = at; close < end; close++)
        {
            if (tokens[close].Key == Token.Close)
                return true;
        }

        return false;
    }

    private static readonly HashSet<string> Past = ["was", "were", "wasnt", "werent", "been", "got", "had", "has", "you", "u", "they", "just", "never", "already", "which", "that", "who", "driver", "order"];
    private const int FarthestPast = 40;
    private static readonly HashSet<string> Whither = ["to", "at", "by", "for", "in", "before", "around", "please", "pls"];

    // "Its two bagels and a tea delivered to the third floor": where it is to go, and nothing of what came.
    private static bool IsWhereTo(List<Token> tokens, int start, int at, int end)
    {
        if (tokens[at].Key is not ("delivered" or "sent") || at == start || at + 1 >= end || !Whither.Contains(tokens[at + 1].Key))
            return false;
        for (var other = Math.Max(start, at - FarthestPast); other < Math.Min(end, at + FarthestPast); other++)
        {
            if (Past.Contains(tokens[other].Key))
                return false;
        }

        return true;
    }

    // "Two bagels if you've got em": behind what is asked for.
    private static bool IsIfAny(List<Token> tokens, int start, int at, int end)
    {
        const int farthest = 3;
        var next = at + 1;
        while (next < end && Any.Contains(tokens[next].Key))
            next++;
        if (next < end && !tokens[next].IsBreak)
            return false;
        for (var before = at; before > Math.Max(start, at - farthest) && !tokens[before].IsBreak; before--)
        {
            if (tokens[before].Key == "if")
                return true;
        }

        return false;
    }

    // "Add a latte to what Mick ordered."
    private static bool IsOfOrder(List<Token> tokens, int start, int at, int end)
    {
        const int farthest = 4;

        // "Same as nan had, that's …"
        for (var same = at - 1; same > Math.Max(start, at - farthest); same--)
        {
            if (tokens[same].Key == "as" && tokens[same - 1].Key == "same")
                return true;
        }

        var what = at;
        while (what > Math.Max(start, at - farthest) && tokens[what].Key != "what")
            what--;
        if (tokens[what].Key != "what" || what == start || tokens[what - 1].Key is not ("to" or "onto" or "with"))
            return false;
        for (var ordered = what + 1; ordered < Math.Min(end, what + farthest); ordered++)
        {
            if (tokens[ordered].Key is "ordered" or "got" or "had")
                return true;
        }

        return false;
    }
}
