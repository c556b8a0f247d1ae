using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Small, medium, large and their relatives: a "big" one is the menu's "Large", whatever language either is in.</summary>
internal static class SizeClasses
{
    public const int None = -1;
    public const int Small = 1;
    public const int Medium = 2;
    public const int Large = 3;

    public static int Of(IReadOnlyList<string> words)
    {
        var phrases = Phrases.For("en");
        var node = WordTrie.Root;
        foreach (var word in words)
        {
            node = phrases.Trie.Step(node, phrases.IdOf(word));
            if (node < 0)
                return words.Count == 1 ? OfLetter(words) : OfVessel(words, phrases);
        }

        return phrases.Trie.At(node) is { Cue: Cue.Size } meaning ? meaning.Value : OfLetter(words);
    }

    // "Large Glass", "Small Plate".
    private static int OfVessel(IReadOnlyList<string> words, Phrases phrases) =>
        words is [var size, var vessel] && phrases.MeaningOf(vessel) is { Cue: Cue.Generic or Cue.Container } && phrases.MeaningOf(size) is { Cue: Cue.Size } meaning
            ? meaning.Value
            : None;

    private static int OfLetter(IReadOnlyList<string> words) => words is [var only]
        ? only switch { "s" => Small, "m" => Medium, "l" => Large, _ => Phrases.InAny(only) is { Cue: Cue.Size } meaning ? meaning.Value : None }
        : None;
}
