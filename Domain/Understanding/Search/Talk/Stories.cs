using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Talk;

/// <summary>Where a story that is told beside an order begins and ends: "…, my lips are numb from last time", "I forgot, add a pudding".</summary>
internal static class Stories
{
    private static readonly HashSet<string> Somebody = ["i", "we", "weve", "ive", "my", "our", "he", "she", "they", "his", "her", "their", "were", "im"];
    private static readonly HashSet<string> Because = ["because", "cause", "cos", "coz", "cuz", "bc", "since"];
    private static readonly HashSet<string> Moods = ["lol", "lmao", "haha", "anyway", "anyways", "so"];
    public static readonly HashSet<string> Adding = ["add", "stick", "chuck", "pop", "throw", "put", "include", "bung", "whack"];

    /// <summary>"A pork bowl, easy on the chilli, my lips are still numb from last time": the story begins with whom it is about.</summary>
    public static int From(List<Token> tokens, int start, int at)
    {
        var from = at;
        while (from > start && !tokens[from - 1].IsBreak)
            from--;
        return from > start && from < at && Somebody.Contains(tokens[from].Key) ? from : start;
    }

    /// <summary>"So a", "so just a", "lol just a large cola".</summary>
    public static bool Resumes(Wording wording, int at, int end)
    {
        var next = wording.Tokens[at].Key switch
        {
            "so" when at + 1 < end && wording.Tokens[at + 1].Key is "just" => at + 2,
            "so" => at + 1,
            "just" when at > 0 && Moods.Contains(wording.Tokens[at - 1].Key) => at + 1,
            _ => end,
        };
        return next < end && Roles.Counts(wording, next);
    }

    /// <summary>"Scratch that, I had …", "… because we loved …".</summary>
    public static bool IsReason(List<Token> tokens, int start, int at)
    {
        var before = at > start && tokens[at - 1].Key is "i" or "we" or "he" or "she" or "they" ? at - 2 : at - 1;
        if (before > start && tokens[before].IsBreak)
            before--;
        return before >= start && (Because.Contains(tokens[before].Key) || (before > start && tokens[before].Key == "that" && tokens[before - 1].Key is "scratch" or "strike" or "scrap" or "forget"));
    }

    /// <summary>"Please …", "add a …", "wraps x4 …".</summary>
    public static bool IsAskedFor(Wording wording, int start, int end)
    {
        if (Asks(wording, start) || (start + 1 < end && Adding.Contains(wording.Tokens[start].Key) && Roles.Counts(wording, start + 1)))
            return true;
        for (var at = start; at < end; at++)
        {
            if (wording.Tokens[at].Kind == TokenKind.Times)
                return true;
        }

        return false;
    }

    /// <summary>"Please throw in another tea to the one Serena ordered."</summary>
    public static bool Asks(Wording wording, int at) => wording.Tokens[at].Key is "please" or "pls" or "plz";
}
