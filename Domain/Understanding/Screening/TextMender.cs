using System.Buffers;
using System.Globalization;
using System.Text;

namespace Restaurant.Domain.Understanding.Screening;

/// <summary>Mends spacing, quotes, look-alike and invisible characters and stretched letters. Line breaks stay.</summary>
internal static class TextMender
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create(" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Short words that people stretch; elsewhere "oo" and "ee" stay double, because "cheeeese" is cheese.</summary>
    private static readonly HashSet<string> Stretched = new(StringComparer.OrdinalIgnoreCase)
    {
        "so", "no", "please", "hello", "yes", "go", "to", "the", "we", "me", "he", "love", "hey", "more", "one", "pls", "por", "si", "bonjour",
        "prego", "ciao", "danke", "bitte", "grazie", "merci", "amore", "lo", "ho", "yo", "bro", "large", "extra", "help", "order", "here",
    };

    public static string Mend(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (!trimmed.ContainsAnyExcept(Plain) && trimmed.IndexOf("  ") < 0 && !HasRun(trimmed))
            return trimmed.Length == text.Length ? text : trimmed.ToString();
        return Unstretch(Respace(Compose(text)));
    }

    /// <summary>Composed accents, full-width and styled letters as plain ones. "½" and "②" stay: opened up they would be other numbers.</summary>
    private static string Compose(string text)
    {
        var sound = new StringBuilder(text.Length);
        Span<char> letters = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0xFF01 and <= 0xFF9F or >= 0xFB00 and <= 0xFB06 or >= 0x1D400 and <= 0x1D7FF or >= 0x1F130 and <= 0x1F149 or 0x3000)
                sound.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else if (rune != Rune.ReplacementChar)
                sound.Append(letters[..rune.EncodeToUtf16(letters)]);
        }

        return sound.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Respace(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var mended = letter switch
            {
                '\n' or '\u2028' or '\u2029' => "\n",
                '\r' => "",
                '‘' or '’' or '‚' or '‛' or '`' or '´' or 'ʼ' or '′' => "'",
                '“' or '”' or '„' or '‟' or '«' or '»' or '″' => "\"",
                '…' => "...",
                '–' or '−' or '‐' or '‑' => "-",
                '—' or '―' => " - ",
                _ when char.IsWhiteSpace(letter) || char.IsControl(letter) => " ",
                _ when IsInvisible(letter) => "",
                _ => null,
            };
            if (mended is null)
            {
                spaced.Append(letter);
            }
            else if (mended is " " or "\n")
            {
                AppendSpace(spaced, mended[0]);
            }
            else if (mended == " - ")
            {
                AppendSpace(spaced, ' ');
                spaced.Append("- ");
            }
            else
            {
                spaced.Append(mended);
            }
        }

        return spaced.ToString().Trim();
    }

    private static void AppendSpace(StringBuilder spaced, char space)
    {
        if (spaced.Length == 0 || spaced[^1] == '\n')
            return;
        if (spaced[^1] != ' ')
            spaced.Append(space);
        else if (space == '\n')
            spaced[^1] = '\n';
    }

    // Accents that did not compose are scribbles.
    private static bool IsInvisible(char letter) =>
        letter is >= '\uFE00' and <= '\uFE0F' or >= '\u0300' and <= '\u036F' or >= '\u20D0' and <= '\u20FF'
            || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static bool HasRun(ReadOnlySpan<char> text)
    {
        for (var i = 2; i < text.Length; i++)
        {
            if (text[i] == text[i - 1] && text[i] == text[i - 2] && (char.IsLetter(text[i]) || text[i] is '!' or '?'))
                return true;
        }

        return false;
    }

    private static string Unstretch(string text)
    {
        if (!HasRun(text))
            return text;
        var mended = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            var word = text.AsSpan(at, end - at);
            if (HasRun(word) && !word.Equals("www", StringComparison.OrdinalIgnoreCase))
                mended.Append(UnstretchWord(word));
            else
                mended.Append(word);
            if (end < text.Length)
            {
                // Ten exclamation marks say no more than three.
                var mark = text[end];
                var run = end;
                while (run < text.Length && text[run] == mark)
                    run++;
                mended.Append(mark, mark is '!' or '?' ? Math.Min(run - end, 3) : run - end);
                end = run;
            }

            at = end;
        }

        return mended.ToString();
    }

    private static string UnstretchWord(ReadOnlySpan<char> word)
    {
        var (single, kept) = (new StringBuilder(word.Length), new StringBuilder(word.Length));
        for (var i = 0; i < word.Length;)
        {
            var end = i + 1;
            while (end < word.Length && char.ToLowerInvariant(word[end]) == char.ToLowerInvariant(word[i]))
                end++;
            var run = end - i;
            single.Append(word[i]);
            kept.Append(word[i], run < 3 ? run : word[i] is 'e' or 'o' or 'E' or 'O' ? 2 : 1);
            i = end;
        }

        return Stretched.Contains(single.ToString()) ? single.ToString() : kept.ToString();
    }
}
