namespace Restaurant.Domain.Understanding.Tokens;

/// <summary>Takes the plural off a folded word. Menu and message go through the same cut, so it only has to be consistent.</summary>
internal static class Stem
{
    public static string Of(string word)
    {
        var n = word.Length;
        if (n > 4 && word.EndsWith("ie", StringComparison.Ordinal))
            return WithY(word.AsSpan(0, n - 2));
        if (n < 4 || word[n - 1] != 's' || char.IsAsciiDigit(word[0]))
            return word;

        // "Leaves", "loaves", "halves".
        if (n > 5 && word[n - 2] == 'e' && word[n - 3] == 'v' && word.AsSpan(n - 5, 2) is "ea" or "oa" or "al")
            return string.Concat(word.AsSpan(0, n - 3), "f");

        return word[n - 2] switch
        {
            's' or 'u' or 'i' => word,
            'e' when word[n - 3] == 'i' => n > 4 ? WithY(word.AsSpan(0, n - 3)) : WordPool.Get(word.AsSpan(0, n - 1)),
            'e' when word[n - 3] is 'o' or 'x' or 'z' => WordPool.Get(word.AsSpan(0, n - 2)),
            'e' when n > 4 && word[n - 3] == 'h' && word[n - 4] is 'c' or 's' => WordPool.Get(word.AsSpan(0, n - 2)),
            'e' when n > 5 && word[n - 3] == 's' && word[n - 4] == 's' => WordPool.Get(word.AsSpan(0, n - 2)),
            _ => WordPool.Get(word.AsSpan(0, n - 1)),
        };
    }

    private static string WithY(ReadOnlySpan<char> beginning)
    {
        Span<char> word = stackalloc char[64];
        if (beginning.Length >= word.Length)
            return string.Concat(beginning, "y");
        beginning.CopyTo(word);
        word[beginning.Length] = 'y';
        return WordPool.Get(word[..(beginning.Length + 1)]);
    }
}
