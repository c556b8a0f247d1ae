using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>The phrases of the lexicon that lead to words of one menu: "agua con gas" to its "sparkling water".</summary>
internal sealed class PhraseLinks
{
    private readonly WordTrie<List<int[]>> trie = new();

    public PhraseLinks(Vocabulary words)
    {
        foreach (var phrases in SamePhrases.Lines)
        {
            var targets = phrases.Select(phrase => StemsOf(phrase, words)).OfType<int[]>().Distinct(SameStems.Comparer).OrderBy(stems => stems.Length).ToList();
            if (targets.Count == 0)
                continue;
            foreach (var phrase in phrases)
                Put(phrase, StemsOf(phrase, words), targets);
        }
    }

    /// <param name="word">Its number among the words of such phrases.</param>
    public int Step(int node, int word) => trie.Step(node, word);

    public List<int[]>? At(int node) => trie.At(node);

    // A phrase that the menu has itself needs no other.
    private void Put(string[] phrase, int[]? own, List<int[]> targets)
    {
        if (own is not null)
            return;
        var node = WordTrie.Root;
        foreach (var word in phrase)
            node = trie.Grow(node, SamePhrases.IdOf(Stem.Of(word)));
        if (trie.At(node) is not { } found)
            trie.Put(node, found = []);
        found.AddRange(targets);
    }

    private static int[]? StemsOf(string[] phrase, Vocabulary words)
    {
        var stems = new int[phrase.Length];
        for (var i = 0; i < phrase.Length; i++)
        {
            if ((stems[i] = words.Find(phrase[i])) < 0)
                return null;
        }

        return stems;
    }

    private sealed class SameStems : IEqualityComparer<int[]>
    {
        public static readonly SameStems Comparer = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] stems) => stems.Aggregate(stems.Length, HashCode.Combine);
    }
}
