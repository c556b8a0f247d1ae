using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Small, medium, large and their relatives: a "big" one is the menu's "Large", whatever language either is in.</summary>
internal static class SizeClasses
{
    public const int None = -1;

    public static int Of(IReadOnlyList<string> words)
    {
        var phrases = Phrases.For("en");
        var node = WordTrie.Root;
        foreach (var word in words)
        {
            node = phrases.Trie.Step(node, phrases.IdOf(word));
            if (node < 0)
                return OfLetter(words);
        }

        return phrases.Trie.At(node) is { Cue: Cue.Size } meaning ? meaning.Value : OfLetter(words);
    }

    private static int OfLetter(IReadOnlyList<string> words) => words is [var only]
        ? only switch { "s" => 1, "m" => 2, "l" => 3, _ => None }
        : None;
}
