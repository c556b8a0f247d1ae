using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>"Birre", "rissóis", "korvar", "frikandellen": more than one, where it is further from one than a slip of the finger.</summary>
internal static class ForeignPlurals
{
    private const int Shortest = 4;

    // What the plural ends in, and what one of them ends in instead.
    private static readonly Dictionary<string, (string Plural, string One)[]> Endings = new()
    {
        ["it"] = [("e", "a"), ("i", "o"), ("i", "e")],
        ["pt"] = [("oes", "ao"), ("aes", "ao"), ("aos", "ao"), ("ois", "ol"), ("eis", "el"), ("ais", "al"), ("ns", "m"), ("es", "")],
        ["sv"] = [("ar", ""), ("er", ""), ("or", "a"), ("a", ""), ("e", "")],
        ["nl"] = [("en", ""), ("len", ""), ("ten", ""), ("pen", ""), ("ken", "")],
    };

    /// <summary>The word of the menu that this may be the plural of; -1 where there is none.</summary>
    public static int Find(Vocabulary words, string key, Phrases phrases) =>
        key.Length >= Shortest && Endings.TryGetValue(Phrases.CodeOf(phrases.Language), out var own) ? Among(words, key, own) : -1;

    private static int Among(Vocabulary words, string key, (string Plural, string One)[] endings)
    {
        Span<char> one = stackalloc char[key.Length + 2];
        foreach (var (plural, singular) in endings)
        {
            if (!key.EndsWith(plural, StringComparison.Ordinal))
                continue;
            var stem = key.AsSpan(0, key.Length - plural.Length);
            stem.CopyTo(one);
            singular.CopyTo(one[stem.Length..]);
            if (words.BySpelling(WordPool.Get(one[..(stem.Length + singular.Length)])) is >= 0 and var found)
                return found;
        }

        return -1;
    }
}
