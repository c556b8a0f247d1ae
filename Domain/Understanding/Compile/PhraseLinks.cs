using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>The phrases of the lexicon that lead to words of one menu: "agua con gas" to its "sparkling water".</summary>
internal sealed class PhraseLinks
{
    private readonly WordTrie<List<int[]>> trie = new();

    public PhraseLinks(Vocabulary words, int[][] itemNamesWith)
    {
        foreach (var phrases in SamePhrases.Lines)
        {
            var targets = phrases.Select(phrase => StemsOf(phrase, words)).OfType<int[]>().Distinct(SameStems.Comparer).OrderBy(stems => stems.Length).ToList();
            if (targets.Count == 0)
                continue;
            var dishes = targets.Where(stems => IsInDishName(stems, itemNamesWith)).ToList();
            foreach (var phrase in phrases)
            {
                // A phrase that a dish has itself needs no other; one that only extras have may still name a dish in another language.
                if (StemsOf(phrase, words) is not { } own)
                    Put(phrase, targets);
                else if (dishes.Count > 0 && !IsInDishName(own, itemNamesWith))
                    Put(phrase, dishes);
            }
        }
    }

    /// <param name="word">Its number among the words of such phrases.</param>
    public int Step(int node, int word) => trie.Step(node, word);

    public List<int[]>? At(int node) => trie.At(node);

    private static bool IsInDishName(int[] stems, int[][] itemNamesWith) =>
        itemNamesWith[stems[0]].Any(name => stems.All(stem => Array.BinarySearch(itemNamesWith[stem], name) >= 0));

    private void Put(string[] phrase, List<int[]> targets)
    {
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
