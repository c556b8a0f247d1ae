using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Talk;

/// <summary>
/// Dishes that were thought of and given up before the order, and what somebody does not eat: "ribs? no.", "would love a cake but my wallet says
/// no, so a coffee", "a veggie roll for Jo, who won't touch meat".
/// </summary>
internal static class ThoughtOf
{
    // Nobody says later than that why not.
    private const int FarthestWhy = 6;

    private static readonly HashSet<string> Wishing = ["love", "loved", "wanted", "fancied", "tempted", "raving", "craving", "hoping", "dying"];
    private static readonly HashSet<string> Not = ["doesnt", "dont", "wont", "cant", "cannot", "never", "didnt"];
    private static readonly HashSet<string> Eating = ["eat", "eats", "touch", "touches", "stand", "drink", "drinks", "tolerate"];
    private static readonly HashSet<string> Isnt = ["isnt", "arent", "not"];
    private static readonly HashSet<string> NotEating = ["eating", "touching", "drinking"];
    private static readonly HashSet<string> Ending = ["so", "but", "and", "then", "make", "just", "because", "cos"];
    private static readonly HashSet<string> Saying = ["says", "say", "said", "voted", "insists", "insisted", "reckons", "told", "disagrees", "disagreed", "outvoted", "overruled"];

    /// <summary>Makes a story of what the sentence from start to end only thought of.</summary>
    public static void Mark(Wording wording, Span<Role> roles, int start, int end)
    {
        var tokens = wording.Tokens;
        if (end + 2 < tokens.Count && tokens[end] is { Kind: TokenKind.Stop, Value: Token.Asking } && Refusals.No.Contains(tokens[end + 1].Key) && tokens[end + 2].IsBreak)
        {
            roles[start..end].Fill(Role.Story);
            return;
        }

        Dislikes(tokens, roles, start, end);
        if (GivenUpAt(tokens, start, end) is not (> 0 and var given))
            return;
        var next = given;
        while (next < end && tokens[next].Key is not ("so" or "instead"))
            next++;
        if (NamesAnything(wording, next + 1))
            roles[start..next].Fill(Role.Story);
        if (next < end)
            roles[next..end].Replace(Role.Story, Role.Plain);
    }

    // What somebody does not eat, to the end of the clause.
    private static void Dislikes(List<Token> tokens, Span<Role> roles, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!IsDislike(tokens, at))
                continue;
            while (at < end && !tokens[at].IsBreak && !Ending.Contains(tokens[at].Key))
                roles[at++] = Role.Story;

            // "Kim isn't eating meat so a falafel wrap."
            if (at < end && tokens[at].Key == "so" && roles[at] is Role.Story or Role.Question)
                roles[at..end].Replace(roles[at], Role.Plain);
        }
    }

    private static bool IsDislike(List<Token> tokens, int at) =>
        tokens[at].Key is "hates" or "dislikes" or "detests"
        || (at + 1 < tokens.Count && ((Not.Contains(tokens[at].Key) && Eating.Contains(tokens[at + 1].Key)) || (Isnt.Contains(tokens[at].Key) && NotEating.Contains(tokens[at + 1].Key)) || Allergies.SaysTo(tokens, at)));

    // The "but" behind a wish, where somebody or something says otherwise; 0 where there is none.
    private static int GivenUpAt(List<Token> tokens, int start, int end)
    {
        var at = start;
        while (at < end && !Wishing.Contains(tokens[at].Key))
            at++;
        while (at < end && tokens[at].Key is not ("but" or "though"))
            at++;
        for (var says = at + 1; says < Math.Min(end, at + FarthestWhy); says++)
        {
            if (Saying.Contains(tokens[says].Key))
                return at;
        }

        return 0;
    }

    // A word that is not ordinary language: there is an order without what was given up.
    private static bool NamesAnything(Wording wording, int at)
    {
        for (; at < wording.Tokens.Count; at++)
        {
            if (wording.Tokens[at].Kind == TokenKind.Word && wording.At(at).Alone is null or { Cue: Cue.Food })
                return true;
        }

        return false;
    }
}
