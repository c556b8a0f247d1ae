namespace Restaurant.Domain.Understanding.Tokens;

/// <summary>Takes the plural off a folded word. Menu and message go through the same cut, so it only has to be consistent.</summary>
internal static class Stem
{
    public static string Of(string word)
    {
        var n = word.Length;
        if (n > 4 && word.EndsWith("ie", StringComparison.Ordinal))
            return string.Concat(word.AsSpan(0, n - 2), "y");
        if (n < 4 || word[n - 1] != 's' || char.IsAsciiDigit(word[0]))
            return word;

        return word[n - 2] switch
        {
            's' or 'u' or 'i' => word,
            'e' when word[n - 3] == 'i' => n > 4 ? string.Concat(word.AsSpan(0, n - 3), "y") : word[..^1],
            'e' when word[n - 3] is 'o' or 'x' or 'z' => word[..^2],
            'e' when n > 4 && word[n - 3] == 'h' && word[n - 4] is 'c' or 's' => word[..^2],
            'e' when n > 5 && word[n - 3] == 's' && word[n - 4] == 's' => word[..^2],
            _ => word[..^1],
        };
    }
}
