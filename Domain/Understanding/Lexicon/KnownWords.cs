using Restaurant.Domain.Understanding.Compile;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>The words that one thread has met on one menu in one language. It never grows past a fixed size: strange words may come without end.</summary>
internal sealed class KnownWords(MenuTongue tongue)
{
    private const int Most = 8192;
    private const int LongestKept = 24;

    private readonly Dictionary<string, KnownWord> words = [];

    public MenuTongue Tongue => tongue;

    public KnownWord this[string key]
    {
        get
        {
            if (words.TryGetValue(key, out var known))
                return known;
            known = new(key, tongue);
            if (key.Length > LongestKept)
                return known;
            if (words.Count == Most)
                words.Clear();
            words.Add(key, known);
            return known;
        }
    }
}
