namespace Restaurant.Domain.Understanding.Compile;

/// <summary>
/// Finds names in Latin letters that are written as they sound in katakana: "カリフォルニアロール". Both sides are brought to the
/// consonants that Japanese keeps apart.
/// </summary>
internal sealed class KatakanaIndex
{
    private const int Shortest = 2;
    private const int LongestPiece = 24;
    private const int MostKeys = 4;

    // One letter for each kana from ァ to ヴ; a blank where there is no consonant.
    private const string Consonants = "          KGKGKGKGKGSSSSSSSSSSTDTS TSTDTDNNNNNFBPFBPFBPFBPFBPMMMMM      RRRRR     NB";

    private readonly Dictionary<string, List<int[]>> stems = [];

    public KatakanaIndex(Vocabulary words, IEnumerable<MenuName> names)
    {
        for (var stem = 0; stem < words.Count; stem++)
        {
            foreach (var key in KeysOf(words[stem]))
                Put(key, [stem]);
        }

        foreach (var name in names.Where(name => name.Stems.Length > 1))
        {
            var keys = name.Stems.Select(stem => KeysOf(words[stem])).Aggregate(
                (IEnumerable<string>)[""], (begun, next) => begun.SelectMany(key => next.Select(more => key + more)).Take(MostKeys));
            foreach (var key in keys)
                Put(key, name.Stems);
        }
    }

    /// <summary>The words of the menu that sound like this; empty for other scripts.</summary>
    public IReadOnlyList<int[]> Find(ReadOnlySpan<char> piece)
    {
        if (piece.Length is < Shortest or > LongestPiece || !IsKatakana(piece[0]) || piece[0] == 'ー')
            return [];
        Span<char> key = stackalloc char[LongestPiece];
        var length = 0;
        foreach (var kana in piece)
        {
            if (!IsKatakana(kana))
                return [];
            if (kana - 'ァ' < Consonants.Length && Consonants[kana - 'ァ'] is not ' ' and var consonant)
                key[length++] = consonant;
        }

        // "フィッシュタコス" are fish tacos; in "スパイシーサーモン" the next word begins with an S.
        return Named(key[..length]) ?? (length > 0 && piece[^1] is 'ス' or 'ズ' ? Named(key[..(length - 1)]) : null) ?? [];
    }

    private List<int[]>? Named(ReadOnlySpan<char> key) => key.Length < Shortest ? null : stems.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var found) ? found : null;

    public static bool IsKatakana(char letter) => letter is >= 'ァ' and <= 'ー';

    private void Put(string key, int[] words)
    {
        if (key.Length < Shortest)
            return;
        if (!stems.TryGetValue(key, out var known))
            stems.Add(key, known = []);
        if (!known.Exists(other => other.AsSpan().SequenceEqual(words)))
            known.Add(words);
    }

    // "g" before "e" is hard in "burger" and soft in "orange", "r" is heard in "California" and "beer" and not in "burger": all are tried.
    private static string[] KeysOf(string word) => word.Length == 0 || !word.All(char.IsAsciiLetter)
        ? [""]
        : [.. new[] { KeyOf(word, 'G', ' '), KeyOf(word, 'S', ' '), KeyOf(word, 'G', 'R'), KeyOf(word, 'S', 'R') }.Distinct()];

    private static string KeyOf(string word, char softG, char silentR)
    {
        Span<char> key = stackalloc char[2 * word.Length];
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            if (i > 0 && word[i] == word[i - 1])
                continue;
            var isSoft = next is 'e' or 'i' or 'y';
            var sound = word[i] switch
            {
                'c' when next == 'h' => 'T',
                'c' when next is 'k' => ' ',
                'c' => isSoft ? 'S' : 'K',
                's' or 'z' or 'j' => 'S',
                't' when next == 'h' => 'S',
                't' => 'T',
                'p' when next == 'h' => 'F',
                'p' => 'P',
                'k' or 'q' or 'x' => 'K',
                'g' when next == 'h' => ' ',
                'g' => isSoft ? softG : 'G',
                'd' => 'D',
                'b' or 'v' => 'B',
                'f' => 'F',
                'h' => i > 0 && word[i - 1] is 't' or 's' or 'c' or 'p' or 'w' or 'g' ? ' ' : 'F',
                'l' => 'R',
                'r' => IsVowel(next) || next == 'r' && i + 2 < word.Length && IsVowel(word[i + 2]) ? 'R' : silentR,
                'm' => next is 'p' or 'b' ? 'N' : 'M',
                'n' => 'N',
                _ => ' ',
            };
            if (sound != ' ')
                key[length++] = sound;
            if (word[i] == 'x')
                key[length++] = 'S';
        }

        return key[..length].ToString();
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
