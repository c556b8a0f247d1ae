using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Talk;

/// <summary>
/// "Is there any way I could get …", "do you think you could manage …": a question by its form that asks for what it names. Whether something
/// may be had, a way to say that one wants it and somebody's doing it, each in many words: they are told by their parts.
/// </summary>
internal static class PoliteAsks
{
    private static readonly string[][] Heads =
    [
        ["is", "there", "any", "chance"], ["is", "there", "a", "chance"], ["any", "chance"], ["is", "there", "any", "way"], ["is", "there", "a", "way"], ["any", "way"],
        ["is", "it", "possible"], ["would", "it", "be", "possible"], ["is", "it", "ok"], ["would", "it", "be", "ok"], ["do", "you", "think"], ["do", "u", "think"], ["dyou", "think"],
        ["would", "you", "be", "able"], ["will", "you", "be", "able"], ["are", "you", "able"], ["i", "was", "wondering", "if"], ["i", "was", "just", "wondering", "if"], ["we", "were", "wondering", "if"], ["was", "wondering", "if"], ["were", "wondering", "if"], ["i", "was", "hoping"], ["we", "were", "hoping"], ["was", "hoping"], ["were", "hoping"], ["wondering", "if"], ["wondering", "whether"], ["wonder", "if"], ["know", "if"], ["hoping"], ["hope"], ["see", "if"], ["ask", "if"], ["would", "u", "be", "able"], ["would", "i", "be", "able"], ["would", "we", "be", "able"],
    ];

    private static readonly HashSet<string> Somebody = ["you", "u", "ya", "i", "we", "yall", "someone"];
    private static readonly HashSet<string> May = ["could", "can", "might", "may"];
    private static readonly HashSet<string> Softening = ["for", "that", "maybe", "just", "possibly", "please", "pls", "also", "us", "me"];

    private static readonly HashSet<string> Doing =
        ["do", "make", "get", "have", "order", "grab", "bring", "send", "add", "sort", "manage", "prepare", "fix", "put", "throw", "chuck", "pop", "stick", "include", "deliver", "rustle", "whip", "knock", "cook", "place", "buy", "reserve", "pick"];

    // What is asked for stands between these and a verb of having.
    private static readonly string[][] HeadsInGerman =
        [["ware", "es", "moglich"], ["ist", "es", "moglich"], ["wars", "moglich"], ["kann", "man"], ["konnte", "man"], ["gibt", "es", "die", "moglichkeit"]];

    private static readonly HashSet<string> HavingInGerman = ["bekommen", "haben", "bestellen", "kriegen", "ordern", "mitnehmen", "abholen"];

    /// <summary>The token behind such words; null where none begin here.</summary>
    public static int? EndOf(List<Token> tokens, int at)
    {
        foreach (var head in HeadsInGerman)
        {
            if (Begins(tokens, at, head) && EndsInHaving(tokens, at + head.Length))
                return at + head.Length;
        }

        foreach (var head in Heads)
        {
            if (!Begins(tokens, at, head))
                continue;
            var next = Skip(tokens, at + head.Length);
            if (Is(tokens, next, Somebody) && Is(tokens, next + 1, May))
                next += 2;
            else if (next < tokens.Count && tokens[next].Key == "if" && Is(tokens, next + 1, Somebody))
                next += 2;
            else if (next < tokens.Count && tokens[next].Key == "to")
                next++;
            else
                continue;
            next = Skip(tokens, next);
            if (Is(tokens, next, Doing))
                return next + 1;
        }

        return null;
    }

    private static bool EndsInHaving(List<Token> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Kind is not (TokenKind.Stop or TokenKind.Line))
        {
            if (HavingInGerman.Contains(tokens[at++].Key))
                return true;
        }

        return false;
    }

    private static bool Begins(List<Token> tokens, int at, string[] head)
    {
        for (var i = 0; i < head.Length; i++)
        {
            if (at + i >= tokens.Count || tokens[at + i].Key != head[i])
                return false;
        }

        return true;
    }

    private static int Skip(List<Token> tokens, int at)
    {
        while (Is(tokens, at, Softening))
            at++;
        return at;
    }

    private static bool Is(List<Token> tokens, int at, HashSet<string> words) => at < tokens.Count && words.Contains(tokens[at].Key);
}
