using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Words of a menu that are two foods written as one: "Knoblauchsoße", "Lammspieß".</summary>
internal static class Compounds
{
    private const int Shortest = 3;
    private static readonly string[] Linking = ["", "n", "en", "s"];

    /// <summary>The name with its compounds written apart; null when it has none.</summary>
    public static List<string>? Apart(List<string> words)
    {
        List<string>? apart = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (Cut(words[i]) is not { } parts)
            {
                apart?.Add(words[i]);
                continue;
            }

            apart ??= words[..i];
            apart.AddRange(parts);
        }

        return apart;
    }

    private static string[]? Cut(string word)
    {
        if (word[0] > '\u3000')
            return CutUnspaced(word);
        if (word.Length < 2 * Shortest + 1 || SameFood.Knows(Stem.Of(word)) || !char.IsAsciiLetter(word[0]))
            return null;
        for (var cut = Shortest; cut <= word.Length - Shortest; cut++)
        {
            var right = word[cut..];
            if (!IsFood(right))
                continue;
            foreach (var link in Linking)
            {
                var left = word.AsSpan(0, cut);
                if (left.EndsWith(link) && left.Length - link.Length >= Shortest && IsFood(left[..^link.Length].ToString()))
                    return [left[..^link.Length].ToString(), right];
            }
        }

        return null;
    }

    // "梅おにぎり": a food of its own, and asked for as "梅".
    private static string[]? CutUnspaced(string word)
    {
        for (var cut = word.Length - 2; cut > 0; cut--)
        {
            if (SameFood.Knows(word[..cut]) && SameFood.Knows(word[cut..]))
                return [word[..cut], word[cut..]];
        }

        return null;
    }

    /// <summary>"Currywurst", "Gulaschsuppe": a food, whatever stands before.</summary>
    public static bool EndsInFood(string word)
    {
        const int shortest = 4;
        for (var cut = Shortest; cut <= word.Length - shortest; cut++)
        {
            if (IsFood(word[cut..]))
                return true;
        }

        return false;
    }

    private static bool IsFood(string word) => SameFood.Joins(Stem.Of(word));
}
