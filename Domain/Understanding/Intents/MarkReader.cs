using System.Globalization;
using System.Text;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Cuts a text into words and signs.</summary>
internal static class MarkReader
{
    private static readonly HashSet<int> Glad =
    [
        0x1F600, 0x1F601, 0x1F602, 0x1F603, 0x1F604, 0x1F606, 0x1F60A, 0x1F60D, 0x1F618, 0x1F923, 0x1F929, 0x1F970, 0x1F973, 0x1F642, 0x1F60B,
        0x1F64F, 0x1F44D, 0x1F44F, 0x1F44C, 0x1F64C, 0x1F389, 0x1F525, 0x1F4AF, 0x1F495, 0x1F496, 0x1F49A, 0x2764, 0x2B50, 0x1F31F, 0x2728, 0x1F609,
    ];

    private static readonly HashSet<int> Sad =
    [
        0x1F620, 0x1F621, 0x1F92C, 0x1F624, 0x1F622, 0x1F62D, 0x1F61E, 0x1F61F, 0x1F641, 0x1F44E, 0x1F92E, 0x1F922, 0x1F612, 0x1F644, 0x1F595, 0x1F4A9,
    ];

    public static void Read(string text, List<Mark> marks)
    {
        marks.Clear();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            var letter = text[at];
            if (Letters.IsIdeographic(letter))
            {
                marks.Add(new(MarkKind.Word, Letters.Add(Letters.Seed, letter), at++, 1));
            }
            else if (char.IsAsciiDigit(letter))
            {
                at = ReadNumber(text, at, marks);
            }
            else if (char.IsLetter(letter))
            {
                at = ReadWord(text, at, marks);
            }
            else
            {
                at += ReadSign(text, at, out var kind);
                if (kind is { } sign && !(sign == MarkKind.Break && marks.Count > 0 && marks[^1].Kind == MarkKind.Break))
                    marks.Add(new(sign, (ulong)sign, start, at - start));
            }
        }
    }

    private static int ReadWord(string text, int start, List<Mark> marks)
    {
        var hash = Letters.Seed;
        var at = start;
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]))
            {
                // "l'addition" is two words, "don't" and "we'll" are one.
                if (LettersFrom(text, at + 1) > 2)
                    break;
                continue;
            }

            if (!char.IsLetterOrDigit(letter) || Letters.IsIdeographic(letter))
                break;
            hash = Letters.Add(hash, Letters.Of(letter));
        }

        marks.Add(IsTimes(text.AsSpan(start, at - start))
            ? new(MarkKind.Number, (ulong)MarkKind.Number, start, at - start)
            : new(MarkKind.Word, hash, start, at - start));
        return at < text.Length && text[at] == '\'' ? at + 1 : at;
    }

    private static bool IsTimes(ReadOnlySpan<char> word) =>
        word.Length is 2 or 3 && word[0] is 'x' or 'X' && word[1..].IndexOfAnyExceptInRange('0', '9') < 0 && word.Length > 1;

    private static int ReadNumber(string text, int start, List<Mark> marks)
    {
        var at = start;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' or ':' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
            at++;
        var digits = text.AsSpan(start, at - start);
        var kind = digits.Contains(':') ? MarkKind.Time
            : digits.Length > 4 ? MarkKind.LongNumber
            : IsMoney(text, start, at) || digits.ContainsAny('.', ',') ? MarkKind.Price
            : MarkKind.Number;

        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        var tail = text.AsSpan(at, end - at);
        if (IsClock(tail))
        {
            (kind, at) = (MarkKind.Time, end);
        }
        else if (tail is "x" or "X")
        {
            at = end;
        }
        else if (at < text.Length && text[at] == '時')
        {
            (kind, at) = (MarkKind.Time, at + 1);
        }

        marks.Add(new(kind, (ulong)kind, start, at - start));
        return at;
    }

    private static bool IsClock(ReadOnlySpan<char> tail) =>
        tail.Equals("am", StringComparison.OrdinalIgnoreCase) || tail.Equals("pm", StringComparison.OrdinalIgnoreCase)
        || tail.Equals("h", StringComparison.OrdinalIgnoreCase) || tail.Equals("uhr", StringComparison.OrdinalIgnoreCase);

    private static bool IsMoney(string text, int start, int end) =>
        (start > 0 && text[start - 1] is '$' or '€' or '£' or '¥') || (end < text.Length && text[end] is '$' or '€' or '£' or '円');

    private static int ReadSign(string text, int at, out MarkKind? kind)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
        kind = rune.Value switch
        {
            '?' or '？' => MarkKind.Question,
            '!' or '！' => MarkKind.Exclamation,
            '.' or ',' or ';' or ':' or '\n' or '、' or '。' or '(' or ')' or '/' => MarkKind.Break,
            _ when Glad.Contains(rune.Value) => MarkKind.GladSign,
            _ when Sad.Contains(rune.Value) => MarkKind.SadSign,
            _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNotAssigned => MarkKind.Sign,
            _ => null,
        };
        return length;
    }

    private static int LettersFrom(string text, int at)
    {
        var count = 0;
        while (at + count < text.Length && char.IsLetter(text[at + count]))
            count++;
        return count;
    }
}
