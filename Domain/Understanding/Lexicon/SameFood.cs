namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>One food, several words: regional English and the natural translations of menu words.</summary>
internal static class SameFood
{
    private static readonly FoodVocabulary Vocabulary = FoodLines.Vocabulary;

    // By word: the lines that have it as a whole name.
    private static readonly List<FoodLine>?[] ByWord = LinesByWord();

    // Words that say how a food is, not which.
    private static readonly HashSet<int> Adjectives =
        [.. FoodLines.OfWords.Concat(FoodLines.OfBoth).Where(line => line.SaysHow).SelectMany(line => line.Names).Where(name => name.Words.Length == 1).Select(name => name.Words[0])];

    /// <summary>The lines on which this word is a name by itself.</summary>
    public static IReadOnlyList<FoodLine> LinesOf(int word) => word < 0 ? [] : ByWord[word] ?? (IReadOnlyList<FoodLine>)[];

    /// <summary>Other words for the same food, as stems; none where none is known.</summary>
    public static IEnumerable<string> OthersFor(string stem) =>
        LinesOf(IdOf(stem)).SelectMany(line => line.Names).Where(name => name.Words.Length == 1).Select(name => Vocabulary[name.Words[0]]).Where(other => other != stem).Distinct();

    public static bool Knows(string word) => IdOf(word) >= 0;

    public static bool IsThing(string stem) => IdOf(stem) is >= 0 and var id && !Adjectives.Contains(id);

    /// <summary>Whether compounds may be made of it, as German and English make them.</summary>
    public static bool Joins(string stem) => IdOf(stem) is >= 0 and var id && (Vocabulary.LanguagesOf(id) & Compounding) != 0;

    private static readonly byte Compounding = (byte)(Phrases.BitOf("en") | Phrases.BitOf("de"));

    private static int IdOf(string stem) => Vocabulary.IdOf(stem) is >= 0 and var id && ByWord[id] is not null ? id : -1;

    private static List<FoodLine>?[] LinesByWord()
    {
        var lines = new List<FoodLine>?[Vocabulary.Count];
        foreach (var line in FoodLines.OfWords.Concat(FoodLines.OfBoth))
        {
            foreach (var name in line.Names)
            {
                if (name.Words is not [var word])
                    continue;
                var here = lines[word] ??= new(1);
                if (!here.Contains(line))
                    here.Add(line);
            }
        }

        return lines;
    }
}
