using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Intents;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>One thing to eat or drink said in several phrases, from same-phrases.txt: "perrito caliente" is a hot dog.</summary>
internal static class SamePhrases
{
    private static readonly Dictionary<string, int> Ids = [];
    private static readonly object AThing = new();

    /// <summary>Each line of the file: its phrases, each as its words without those that only join.</summary>
    public static IReadOnlyList<string[][]> Lines { get; } = [.. EmbeddedText.Lines("same-phrases.txt").Select(Read)];

    /// <summary>All phrases of at least two words, those of foods.txt too: each is one thing to eat or drink, whichever menu has it.</summary>
    public static WordTrie<object> Things { get; } = TrieOf(EmbeddedText.Lines("same-phrases.txt").Where(line => line[0] != '~').Concat(EmbeddedText.Lines("foods.txt")).Select(Read));

    /// <summary>The number of a word of any phrase; -1 for other words.</summary>
    public static int IdOf(string stem) => Ids.GetValueOrDefault(stem, -1);

    private static WordTrie<object> TrieOf(IEnumerable<string[][]> lines)
    {
        var trie = new WordTrie<object>();
        foreach (var phrase in lines.SelectMany(phrases => phrases).Where(phrase => phrase.Length > 1))
            trie.Put(phrase.Aggregate(WordTrie.Root, (node, word) => trie.Grow(node, IdOf(Stem.Of(word)))), AThing);
        return trie;
    }

    private static string[][] Read(string line)
    {
        var phrases = line.TrimStart('~').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Words).ToArray();
        foreach (var word in phrases.SelectMany(words => words))
            Ids.TryAdd(Stem.Of(word), Ids.Count);
        return phrases;
    }

    private static string[] Words(string phrase) =>
        [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold).Where(word => !NameWords.JoinsAbroad(word))];
}
