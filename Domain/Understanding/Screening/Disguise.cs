using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Understanding.Screening;

/// <summary>
/// Writes rude words out that somebody has masked: "f*ck", "b1tch", "s t u p i d". Only what becomes a rude word is touched; everything
/// else stays as it was written, and every position stays what it was.
/// </summary>
internal static class Disguise
{
    private const int ShortestMasked = 3;
    private const int LongestMasked = 16;
    private const int ShortestSpelled = 4;
    private static readonly bool[] Parts = [.. Enumerable.Range(0, 128).Select(code => char.IsAsciiLetterOrDigit((char)code) || "*#$@!".Contains((char)code))];

    public static string Lift(string text)
    {
        char[]? letters = null;
        for (var at = 0; at < text.Length;)
        {
            if (!IsPart(text[at]))
            {
                at++;
                continue;
            }

            var end = EndOfPiece(text, at, out var isMasked);
            if (isMasked && Unmask(text.AsSpan(at, end - at)) is { } word)
                word.CopyTo((letters ??= text.ToCharArray()).AsSpan(at));
            else if (end - at == 1 && Spelled(text, at, out var spelledEnd) is { } spelled)
                end = WriteTogether(letters ??= text.ToCharArray(), at, spelledEnd, spelled);
            at = end;
        }

        return letters is null ? text : new(letters);
    }

    private static bool IsPart(char letter) => char.IsAsciiLetterLower(letter) || (letter < 128 ? Parts[letter] : char.IsLetter(letter));

    private static int EndOfPiece(string text, int at, out bool isMasked)
    {
        var (end, hasLetter, hasMask) = (at, false, false);
        for (; end < text.Length && IsPart(text[end]); end++)
        {
            if (char.IsAsciiLetter(text[end]) || text[end] > 127)
                hasLetter = true;
            else
                hasMask = true;
        }

        // "idiots!!": what stands at the end is a sign, not a mask.
        while (end > at + 1 && text[end - 1] == '!')
            end--;
        isMasked = hasLetter && hasMask && end - at is >= ShortestMasked and <= LongestMasked;
        return end;
    }

    private static string? Unmask(ReadOnlySpan<char> piece)
    {
        var digits = 0;
        foreach (var letter in piece)
            digits += char.IsAsciiDigit(letter) ? 1 : 0;

        // "a55" and "b12" are rooms and times; a masked word shows more of itself.
        if (digits * 2 > piece.Length)
            return null;
        foreach (var word in CueLexicon.Default.RudeWords(piece.Length))
        {
            if (Fits(piece, word))
                return word;
        }

        return null;
    }

    private static bool Fits(ReadOnlySpan<char> piece, string word)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            var fits = piece[i] switch
            {
                '*' or '#' => i > 0,
                '0' => word[i] == 'o',
                '1' or '!' => word[i] is 'i' or 'l',
                '3' => word[i] == 'e',
                '4' or '@' => word[i] == 'a',
                '5' or '$' => word[i] == 's',
                '7' => word[i] == 't',
                '8' => word[i] == 'b',
                var letter => Letters.Of(letter) == word[i],
            };
            if (!fits)
                return false;
        }

        return true;
    }

    /// <summary>The rude word that single letters spell from here on: "f.u.c.k", "s t u p i d".</summary>
    private static string? Spelled(string text, int at, out int end)
    {
        Span<char> spelled = stackalloc char[LongestMasked];
        var count = 0;
        end = at;
        for (var i = at; i < text.Length && count < LongestMasked && char.IsLetter(text[i]); i += 2)
        {
            spelled[count++] = Letters.Of(text[i]);
            end = i + 1;
            if (end >= text.Length || text[end] is not (' ' or '.' or '-' or '_'))
                break;
        }

        // A letter that a longer word begins with is not one of them.
        if (count > 0 && end < text.Length && char.IsLetterOrDigit(text[end]))
            (count, end) = (count - 1, end - 2);
        for (; count >= ShortestSpelled; count--, end -= 2)
        {
            foreach (var word in CueLexicon.Default.RudeWords(count))
            {
                if (spelled[..count].SequenceEqual(word))
                    return word;
            }
        }

        return null;
    }

    private static int WriteTogether(char[] letters, int at, int end, string word)
    {
        word.CopyTo(letters.AsSpan(at));
        letters.AsSpan(at + word.Length, end - at - word.Length).Fill(' ');
        return end;
    }
}
