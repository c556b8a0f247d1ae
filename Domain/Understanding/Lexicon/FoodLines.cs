using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Intents;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>A name of something to eat or drink: the numbers of its words, without those that only join.</summary>
/// <param name="Languages">In which languages it is said: one bit each, all where the file does not tell.</param>
/// <param name="IsPair">Two foods with an "and" between them: asked for one after the other they are two.</param>
internal readonly record struct FoodName(int[] Words, byte Languages, bool IsPair);

/// <summary>One thing to eat or drink with all its names.</summary>
/// <param name="SaysHow">The names say how a food is, not which.</param>
/// <param name="LinksWords">Its single words are words for one food inside longer names, too.</param>
internal sealed record FoodLine(bool SaysHow, bool LinksWords, FoodName[] Names);

/// <summary>
/// The files that say which names are names of one thing: same-food.txt (words), same-phrases.txt and Foods/ (words and phrases).
/// </summary>
internal static class FoodLines
{
    private const string Folder = "foods-";
    private static readonly HashSet<string> Ands = ["and", "&", "n", "+", "y", "e", "et", "und"];

    public static FoodVocabulary Vocabulary { get; } = new();

    public static IReadOnlyList<FoodLine> OfWords { get; } = [.. EmbeddedText.Lines("same-food.txt").Select(line => Read(line, ' ', linksWords: true))];

    public static IReadOnlyList<FoodLine> OfPhrases { get; } = [.. EmbeddedText.Lines("same-phrases.txt").Select(line => Read(line, ',', linksWords: false))];

    public static IReadOnlyList<FoodLine> OfBoth { get; } =
        [.. EmbeddedText.Files(Folder).Order(StringComparer.Ordinal).SelectMany(EmbeddedText.Lines).Select(line => Read(line, ',', linksWords: true))];

    /// <summary>Things without other names.</summary>
    public static IReadOnlyList<FoodLine> OfThings { get; } = [.. EmbeddedText.Lines("foods.txt").Select(line => Read(line, ',', linksWords: false))];

    /// <summary>Whether this word puts two foods together, in any of the languages.</summary>
    public static bool IsAnd(string word) => Ands.Contains(word);

    private static FoodLine Read(string line, char between, bool linksWords)
    {
        var saysHow = line[0] == '~';
        var columns = line.TrimStart('~').Split('|');
        var names = new List<FoodName>();
        for (var language = 0; language < columns.Length; language++)
        {
            var spokenIn = columns.Length == 1 ? FoodVocabulary.AllLanguages : (byte)(1 << language);
            foreach (var name in columns[language].Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var words = Words(name, spokenIn, saysHow);
                if (linksWords && words is [var only])
                    Vocabulary.SayIn(only, spokenIn);
                names.Add(new(words, spokenIn, words.Length == 2 && name.Split(' ').Any(IsAnd)));
            }
        }

        return new(saysHow, linksWords, [.. names.Where(name => name.Words.Length > 0)]);
    }

    // Cut as messages are; what is written without spaces is one word.
    private static int[] Words(string name, byte spokenIn, bool saysHow)
    {
        var words = Tokenizer.Cut(name, _ => true).Where(token => token.Kind is TokenKind.Word or TokenKind.Number).ToList();
        return [.. words.Where(word => words.Count == 1 || !NameWords.JoinsAbroad(word.Key)).Select(word => Vocabulary.Add(word.Key, EndsInAccent(name, word), spokenIn, saysHow))];
    }

    private static bool EndsInAccent(string name, Token word) => !char.IsAscii(name[word.End - 1]);
}
