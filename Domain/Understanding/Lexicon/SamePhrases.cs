using Restaurant.Domain.Understanding.Compile;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>One thing to eat or drink said in several phrases: "perrito caliente" is a hot dog.</summary>
internal static class SamePhrases
{
    private static readonly object AThing = new();

    /// <summary>Lines with a phrase.</summary>
    public static IReadOnlyList<FoodLine> Lines { get; } = [.. FoodLines.OfPhrases, .. FoodLines.OfBoth.Where(line => line.Names.Any(name => name.Words.Length > 1))];

    /// <summary>All phrases of at least two words, those of foods.txt too: each is one thing to eat or drink, whichever menu has it.</summary>
    public static WordTrie<object> Things { get; } = TrieOf(Lines.Where(line => !line.SaysHow).Concat(FoodLines.OfThings));

    /// <summary>The number of a word of any name; -1 for other words.</summary>
    public static int IdOf(string stem) => FoodLines.Vocabulary.IdOf(stem);

    private static WordTrie<object> TrieOf(IEnumerable<FoodLine> lines)
    {
        var trie = new WordTrie<object>();
        foreach (var name in lines.SelectMany(line => line.Names).Where(name => name.Words.Length > 1 && !name.IsPair))
            trie.Put(name.Words.Aggregate(WordTrie.Root, trie.Grow), AThing);
        return trie;
    }
}
