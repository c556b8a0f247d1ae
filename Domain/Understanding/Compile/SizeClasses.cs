using System.Globalization;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Small, medium, large and their relatives: a "big" one is the menu's "Large", whatever language either is in.</summary>
internal static class SizeClasses
{
    public const int None = -1;
    public const int Small = 1;
    public const int Medium = 2;
    public const int Large = 3;
    private const int Dozen = 12;

    public static int Of(IReadOnlyList<string> words)
    {
        var phrases = Phrases.For("en");
        var node = WordTrie.Root;
        foreach (var word in words)
        {
            node = phrases.Trie.Step(node, phrases.IdOf(word));
            if (node < 0)
                return OfVessel(words, phrases);
        }

        return phrases.Trie.At(node) is { Cue: Cue.Size } meaning ? meaning.Value : OfLetter(words);
    }

    /// <summary>How many pieces a size is: of "12" or "12 pieces", not of "12 oz"; 0 where it is something else.</summary>
    public static int PiecesIn(IReadOnlyList<string> words) =>
        words is ["dozen"] or ["one", "dozen"] ? Dozen :
        words is ["half", "dozen"] ? Dozen / 2 :
        int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (words.Count == 1 || (words.Count == 2 && words[1] is "piece" or "pieces" or "pc" or "pcs" or "count" or "stuck" or "piezas" or "pezzi"))
            ? number
            : 0;

    // "Large Glass", "Small Plate".
    private static int OfVessel(IReadOnlyList<string> words, Phrases phrases) =>
        words is [var size, var vessel] && phrases.MeaningOf(vessel) is { Cue: Cue.Generic or Cue.Container } && phrases.MeaningOf(size) is { Cue: Cue.Size } meaning
            ? meaning.Value
            : None;

    /// <summary>The number of "12 inch" or "16 oz"; 0 where it is something else.</summary>
    public static int MeasureIn(IReadOnlyList<string> words) =>
        words is [var figure, "inch" or "in" or "oz" or "cm" or "ml" or "cl"] && int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int OfLetter(IReadOnlyList<string> words) => words is [var only]
        ? only switch { "s" => 1, "m" => 2, "l" => 3, _ => None }
        : None;
}
