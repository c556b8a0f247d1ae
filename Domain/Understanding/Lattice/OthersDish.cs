using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>"Meg: what Jo's having", "4) same as 3": a dish told by whose it is, where a list says it under that name or number.</summary>
internal static class OthersDish
{
    // Nobody looks further up a list.
    private const int Farthest = 400;

    private static readonly HashSet<string> Having = ["having", "has", "had", "gets", "getting", "ordered", "ordering", "wants", "got", "said"];

    /// <summary>The end of the words that begin at this token, and the token of the name in the list; null where they name nobody of it.</summary>
    public static (int End, int Heading)? At(Wording wording, int at)
    {
        var tokens = wording.Tokens;
        if (tokens[at].Key is "what" or "whatever")
        {
            var end = at + 2 < tokens.Count && tokens[at + 2].Key is "is" or "s" ? at + 3 : at + 2;
            return end < tokens.Count && Having.Contains(tokens[end].Key) && Heading(tokens, at + 1, at) is >= 0 and var told ? (end + 1, told) : null;
        }

        if (tokens[at].Key is not "same")
            return null;
        var name = at + 1 < tokens.Count && tokens[at + 1].Key is "thing" or "order" ? at + 2 : at + 1;
        if (name + 1 >= tokens.Count || tokens[name].Key is not ("as" or "like") || Heading(tokens, name + 1, at) is not (>= 0 and var heading))
            return null;
        var after = name + 2;
        return (after < tokens.Count && Having.Contains(tokens[after].Key) ? after + 1 : after, heading);
    }

    // The name at the head of an entry: "Jo: …", "Bex - …", "3) …".
    private static int Heading(List<Token> tokens, int name, int before)
    {
        for (var at = before - 1; at >= Math.Max(0, before - Farthest); at--)
        {
            if ((at == 0 || tokens[at - 1].IsBreak) && tokens[at + 1].IsBreak && tokens[at].Key.Length > 0 && IsSame(tokens[at].Key, tokens[name].Key))
                return at;
        }

        // "Ben large latte. Chidi americano. Dee same as Ben."
        for (var at = before - 1; at >= Math.Max(0, before - Farthest); at--)
        {
            if ((at == 0 || tokens[at - 1].Kind is TokenKind.Stop or TokenKind.Line) && tokens[at] is { Kind: TokenKind.Word, Key.Length: > 1 } && IsSame(tokens[at].Key, tokens[name].Key))
                return at;
        }

        return -1;
    }

    private static bool IsSame(string heading, string name) =>
        heading == name || (name.Length == heading.Length + 1 && name[^1] == 's' && name.StartsWith(heading, StringComparison.Ordinal));
}
