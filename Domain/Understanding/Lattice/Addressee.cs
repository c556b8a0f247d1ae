using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>"Dear Lucille's, …", "hey Freddie, …": who is greeted, though a dish is called after them.</summary>
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
}
