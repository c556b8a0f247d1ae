using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Understanding.Screening;

/// <summary>Tells the six languages we read apart by their small words and their script. English when nothing says otherwise.</summary>
internal static class LanguageDetector
{
    private static readonly string[] Languages = ["en", "es", "fr", "de", "it"];
    private static readonly Dictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Words = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Detect(string text)
    {
        Span<int> scores = stackalloc int[Languages.Length];
        Span<char> word = stackalloc char[24];
        var (length, kana, letters) = (0, 0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : ' ';
            if (letter is >= '\u3040' and <= '\u30FF')
                kana++;
            if (char.IsLetter(letter) && !Letters.IsIdeographic(letter))
            {
                letters++;
                if (length < word.Length)
                    word[length++] = char.ToLowerInvariant(letter);
                Hint(letter, scores);
                continue;
            }

            if (length > 0 && Words.TryGetValue(word[..length], out var languages))
                Count(languages, length, scores);
            length = 0;
        }

        if (kana * 3 > letters)
            return kana > 0 ? "ja" : "en";

        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return Languages[best];
    }

    /// <summary>A word of one language alone says more than one of several, a longer word more than a short one.</summary>
    private static void Count(byte languages, int length, Span<int> scores)
    {
        var weight = (int.PopCount(languages) == 1 ? 4 : 2) + (length > 3 ? 2 : 0);
        for (var i = 0; i < scores.Length; i++)
        {
            if ((languages & (1 << i)) != 0)
                scores[i] += weight;
        }
    }

    private static void Hint(char letter, Span<int> scores)
    {
        var language = letter switch
        {
            'ñ' or '¿' or '¡' => 1,
            'ç' or 'ê' or 'î' or 'û' or 'œ' or 'â' => 2,
            'ß' or 'ä' or 'ö' => 3,
            'ì' => 4,
            _ => -1,
        };
        if (language >= 0)
            scores[language] += 3;
    }

    private static Dictionary<string, byte> Load()
    {
        var words = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("languages.txt"))
        {
            var bit = (byte)(1 << Array.IndexOf(Languages, line[..2]));
            foreach (var word in line[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words[word] = (byte)(words.GetValueOrDefault(word) | bit);
        }

        return words;
    }
}
