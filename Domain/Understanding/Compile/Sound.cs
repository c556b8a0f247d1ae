using System.Text;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>A rough key of how a word sounds: its first letter and its consonants, with those that are mixed up made one.</summary>
internal static class Sound
{
    public static string Of(string word)
    {
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var sound = Class(word, i);
            if (sound == '\0' || (key.Length > 0 && key[^1] == sound))
                continue;
            key.Append(sound);
        }

        return key.ToString();
    }

    private static char Class(string word, int i) => word[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w' => i == 0 ? 'a' : '\0',
        'c' when i + 1 < word.Length && word[i + 1] is 'e' or 'i' => 's',
        'c' or 'k' or 'q' or 'g' => 'k',
        'z' or 's' or 'x' => 's',
        'f' or 'v' => 'f',
        'p' when i + 1 < word.Length && word[i + 1] == 'h' => 'f',
        'd' or 't' => 't',
        'b' or 'p' => 'p',
        'm' or 'n' => 'n',
        var other => other,
    };
}
