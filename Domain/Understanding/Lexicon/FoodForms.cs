namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>The plurals and endings that a food's word takes in its language, where taking off an "s" does not find them.</summary>
internal static class FoodForms
{
    private const int Shortest = 4;
    private const string Vowels = "aeiou";

    /// <param name="word">Folded.</param>
    /// <param name="isAccented">Whether its last letter had an accent.</param>
    /// <param name="saysHow">It is said of foods and agrees with them.</param>
    public static IEnumerable<string> Of(string word, int language, bool isAccented, bool saysHow) =>
        word.Length < Shortest || !char.IsAsciiLetter(word[^1]) ? [] : Phrases.CodeOf(language) switch
        {
            "es" => Spanish(word, saysHow),
            "fr" => French(word, isAccented, saysHow),
            "de" => German(word, saysHow),
            "it" => Italian(word, saysHow),
            _ => [],
        };

    private static IEnumerable<string> Spanish(string word, bool saysHow)
    {
        if (word[^1] is 'l' or 'n' or 'r' or 'd')
            yield return word + "es";
        else if (word[^1] == 'z')
            yield return word[..^1] + "ces";
        else if (saysHow && word[^1] == 'o')
            yield return word[..^1] + "a";
    }

    private static IEnumerable<string> French(string word, bool isAccented, bool saysHow)
    {
        if (word.EndsWith("eau", StringComparison.Ordinal) || word.EndsWith("ou", StringComparison.Ordinal))
            yield return word + "x";
        if (saysHow && (isAccented || !Vowels.Contains(word[^1])))
            yield return word + "e";
    }

    private static IEnumerable<string> German(string word, bool saysHow)
    {
        if (word[^1] == 'e')
            return saysHow ? [word + "n", word + "r", word + "s", word + "m"] : [word + "n"];
        if (Vowels.Contains(word[^1]))
            return [];
        if (saysHow)
            return [word + "e", word + "er", word + "es", word + "em", word + "en"];
        return word.EndsWith("el", StringComparison.Ordinal) || word.EndsWith("er", StringComparison.Ordinal) ? [word + "n"] : [word + "e", word + "en"];
    }

    private static IEnumerable<string> Italian(string word, bool saysHow)
    {
        var hardens = word[^2] is 'c' or 'g' ? "h" : "";
        var stem = word[..^1];
        switch (word[^1])
        {
            case 'o':
                yield return word[^2] == 'i' ? stem : stem + hardens + "i";
                if (saysHow)
                {
                    yield return stem + "a";
                    yield return stem + hardens + "e";
                }

                break;
            case 'a':
                yield return stem + hardens + "e";
                break;
            case 'e':
                yield return stem + "i";
                break;
        }
    }
}
