using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>"Dear Lucille's, …", "hey Freddie, …", "name is Marco": people, though a dish is called after them or nearly so.</summary>
internal static class Addressee
{
    /// <summary>The token behind the restaurant's name, where it is greeted here; 0 where it is not.</summary>
    public static int EndAt(Wording wording, int at)
    {
        if (at == 0 || !wording.At(at - 1).IsGreeting || !wording.At(at).IsOfRestaurant)
            return 0;
        var end = at + 1;
        while (end < wording.Count && (wording.At(end).IsJoining || wording.At(end).IsOfRestaurant))
            end++;
        return end > at + 1 || end == wording.Count || wording.Tokens[end].IsBreak || wording.Tokens[end].Key is "team" or "crew" or "folks" or "staff" ? end : 0;
    }

    public static bool IsNamed(Wording wording, int at) =>
        at > 0 && wording.Tokens[at].Kind == TokenKind.Word
        && (wording.Tokens[at - 1].Key == "names" ? wording.Tokens[at - 1].Length > "names".Length : at > 1 && wording.Tokens[at - 1].Key is "is" or "s" && wording.Tokens[at - 2].Key == "name");
}
