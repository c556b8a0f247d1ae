using Restaurant.Domain.Understanding.Intents;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>One food, several words: regional English and the natural translations of menu words, from same-food.txt.</summary>
internal static class SameFood
{
    // Lines that begin with ~ say how a food is, not which.
    private static readonly HashSet<string> Adjectives = [];
    private static readonly Dictionary<string, string[]> Groups = Build();

    /// <summary>Other words for the same food, as stems; empty where none is known.</summary>
    public static IReadOnlyList<string> OthersFor(string stem) => Groups.TryGetValue(stem, out var others) ? others : [];

    public static bool Knows(string word) => Groups.ContainsKey(word);

    public static bool IsThing(string stem) => Groups.ContainsKey(stem) && !Adjectives.Contains(stem);

    // Spanish adds a syllable: "frijol", "frijoles".
    private static string[] WithPlural(string word) => word[^1] is 'l' or 'n' or 'r' ? [word, word + "es"] : [word];

    private static Dictionary<string, string[]> Build()
    {
        var groups = new Dictionary<string, string[]>();
        foreach (var line in EmbeddedText.Lines("same-food.txt"))
        {
            var stems = line.TrimStart('~').Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(WithPlural).Select(word => Stem.Of(Folding.Fold(word))).Distinct().ToArray();
            if (line[0] == '~')
                Adjectives.UnionWith(stems);
            foreach (var stem in stems)
                groups[stem] = [.. groups.GetValueOrDefault(stem, []), .. stems.Where(other => other != stem)];
        }

        return groups;
    }
}
