using System.Text;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Letters as they are compared: without case and accents. Hashes of words are made from them.</summary>
internal static class Letters
{
    public const ulong Seed = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;
    private static readonly char[] Folded = Fold();

    public static char Of(char letter) => letter < Folded.Length ? Folded[letter] : char.ToLowerInvariant(letter);

    public static ulong Add(ulong hash, char letter) => (hash ^ letter) * Prime;

    /// <summary>Joins two hashes; the order matters.</summary>
    public static ulong Join(ulong left, ulong right)
    {
        var mixed = (left ^ (right + 0x9E3779B97F4A7C15UL + (left << 6) + (left >> 2))) * 0xFF51AFD7ED558CCDUL;
        return mixed ^ (mixed >> 32);
    }

    public static ulong Hash(string word)
    {
        var hash = Seed;
        foreach (var letter in word)
            hash = Add(hash, Of(letter));
        return hash;
    }

    /// <summary>Written without spaces between words, so that every character counts as a word.</summary>
    public static bool IsIdeographic(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or '々' or 'ー';

    private static char[] Fold()
    {
        var folded = new char[0x250];
        for (var i = 0; i < folded.Length; i++)
        {
            var plain = ((char)i).ToString().Normalize(NormalizationForm.FormD)[0];
            folded[i] = char.ToLowerInvariant(plain);
        }

        (folded['ß'], folded['ø'], folded['æ'], folded['œ'], folded['ł']) = ('s', 'o', 'a', 'o', 'l');
        return folded;
    }
}
