using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>"A saveloy and chips", "a burger, a rissole": between breaks nothing but one word that nobody knows, with its article. It is wanted.</summary>
internal static class OneMore
{
    /// <param name="end">Behind the unknown word that begins where the run does.</param>
    public static bool Is(Reader reader, in Hypothesis h, int end)
    {
        if (end != h.Run + 1 || h.Run == 0 || !Articles.OfOne.Contains(reader.Tokens[h.Run - 1].Key) || !(h.Run == 1 || reader.Tokens[h.Run - 2].IsBreak || reader.IsPhrase(h.Run - 2, Cue.And, Cue.And)))
            return false;
        if (reader.EndsClause(end))
            return h.Lines is not null;
        return reader.IsPhrase(end, Cue.And, Cue.And) && (h.Lines is not null || reader.NamesDish(end + 1));
    }
}
