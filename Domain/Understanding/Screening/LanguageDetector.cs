using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Understanding.Screening;

/// <summary>Tells the languages we read apart by their small words and their script. English when nothing says otherwise.</summary>
internal static class LanguageDetector
{
    private static readonly string[] Languages = ["en", "es", "fr", "de", "it", "pt", "sv", "nl", "pl"];
    private const int Spanish = 1 << 1;
    private const int French = 1 << 2;
    private const int German = 1 << 3;
    private const int Italian = 1 << 4;
    private const int Portuguese = 1 << 5;
    private const int Swedish = 1 << 6;
    private const int Polish = 1 << 8;

    private static readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> Words = Load().GetAlternateLookup<ReadOnlySpan<char>>();

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

            // "Latte L, coke s" is no French: these are words only before an apostrophe.
            if (length == 1 && word[0] is 'd' or 'l' or 'j' or 'c' or 'n' or 's' && letter is not ('\'' or '’'))
                length = 0;
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
    private static void Count(ushort languages, int length, Span<int> scores)
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
        var languages = letter switch
        {
            'ñ' or '¿' or '¡' => Spanish,
            'ç' or 'ê' or 'â' => French | Portuguese,
            'î' or 'û' or 'œ' => French,
            'ß' => German,
            'ä' or 'ö' => German | Swedish,
            'ì' => Italian,
            'ã' or 'õ' => Portuguese,
            'å' => Swedish,
            'ł' or 'ż' or 'ą' or 'ę' or 'ś' or 'ć' => Polish,
            _ => 0,
        };
        for (var i = 0; languages != 0 && i < scores.Length; i++)
            scores[i] += (languages & (1 << i)) != 0 ? 3 : 0;
    }

    private static Dictionary<string, ushort> Load()
    {
        var words = new Dictionary<string, ushort>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("languages.txt"))
        {
            var bit = (ushort)(1 << Array.IndexOf(Languages, line[..2]));
            foreach (var word in line[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words[word] = (ushort)(words.GetValueOrDefault(word) | bit);
        }

        return words;
    }
}
