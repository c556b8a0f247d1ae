using System.Buffers;
using System.Globalization;
using System.Text;

namespace Restaurant.Domain.Understanding.Tokens;

/// <summary>Cuts a text into words, numbers, breaks and emoji. Scripts without spaces are cut by the words that are known.</summary>
internal static class Tokenizer
{
    private const int LongestUnspacedWord = 14;
    private const int OnStack = 512;

    private static readonly string[] Signs = [.. Enumerable.Range(0, 0x100).Select(code => ((char)code).ToString())];

    /// <param name="known">Says whether a piece of unspaced script is a word of the menu or of the lexicon.</param>
    public static List<Token> Cut(string text, Func<string, bool> known)
    {
        var tokens = new List<Token>(text.Length / 4 + 2);
        Cut(text, known, tokens);
        return tokens;
    }

    /// <summary>Cuts the text into a list that may be used again.</summary>
    public static void Cut(ReadOnlySpan<char> text, Func<string, bool> known, List<Token> tokens)
    {
        tokens.Clear();
        char[]? rented = null;
        var folded = text.Length <= OnStack ? stackalloc char[text.Length] : (rented = ArrayPool<char>.Shared.Rent(text.Length)).AsSpan(0, text.Length);
        Folding.Fold(text, folded);
        var position = 0;
        while (position < folded.Length)
            position = Next(folded, position, tokens, known);

        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        TimesSigns.Settle(tokens);
        NumberSense.Settle(tokens);
        if (!Ascii.IsValid(text))
            ForeignLetters.Mark(text, tokens);
    }

    private static int Next(ReadOnlySpan<char> text, int at, List<Token> tokens, Func<string, bool> known)
    {
        var letter = text[at];
        if (char.IsAsciiDigit(letter))
            return Number(text, at, tokens);
        if (IsUnspaced(letter))
            return Unspaced(text, at, tokens, known);
        if (letter is 'x' or '×' && TimesSigns.IsAt(text, at, tokens))
            return at + 1;
        if (char.IsLetter(letter))
            return Word(text, at, tokens);
        if (char.IsSurrogate(letter) || letter is (>= '\u2600' and <= '\u27BF') or '\u2192' or '=')
            return Emoji(text, at, tokens);

        var kind = letter switch
        {
            '\n' or '\r' => TokenKind.Line,
            '.' or '!' or '?' or ';' or '\u3002' or '\u00BF' or '\u00A1' => TokenKind.Stop,
            ',' or ':' or '(' or ')' or '[' or ']' or '\u3001' or '/' or '\u2022' or '|' => TokenKind.Comma,
            _ => (TokenKind?)null,
        };
        if (kind is { } mark)
            tokens.Add(new(at, 1, mark, letter is ':' or '(' or ')' ? Signs[letter] : "", letter == '?' ? Token.Asking : 0));
        else if (letter == '×')
            tokens.Add(new(at, 1, TokenKind.Word, "x"));
        else if (letter is '&' or '+')
            tokens.Add(new(at, 1, TokenKind.Word, letter == '&' ? "&" : "plus"));
        else if (letter is '#' or '@' or '$' or '€' or '£' or '¥' or '%')
            tokens.Add(new(at, 1, TokenKind.Word, letter < Signs.Length ? Signs[letter] : letter.ToString()));
        else if (letter == '-' && (at == 0 || text[at - 1] is '\n' or ' ') && at + 1 < text.Length && text[at + 1] == ' ')
            tokens.Add(new(at, 1, TokenKind.Comma, ""));
        else if (letter == '"' && tokens.Count > 0 && tokens[^1] is { Kind: TokenKind.Number } number && number.End == at)
            tokens.Add(new(at, 1, TokenKind.Word, "inch"));
        return at + 1;
    }

    private static int Word(ReadOnlySpan<char> text, int at, List<Token> tokens)
    {
        var end = at;
        var apostrophes = 0;
        for (; end < text.Length; end++)
        {
            if (text[end] == '\'' && end + 1 < text.Length && IsWordLetter(text[end + 1]))
            {
                if (IsElision(text[at..end]))
                {
                    tokens.Add(new(at, end - at, TokenKind.Word, WordPool.Get(text[at..end])));
                    return end + 1;
                }

                apostrophes++;
            }
            else if (!IsWordLetter(text[end]) && !IsJoiner(text, end))
            {
                break;
            }
        }

        // "w/" and "w/o" are how busy people write "with" and "without".
        if (end - at == 1 && text[at] == 'w' && end < text.Length && text[end] == '/')
        {
            var rest = Without(text[(end + 1)..]);
            tokens.Add(new(at, 2 + rest, TokenKind.Word, rest > 0 ? "without" : "with"));
            return at + 2 + rest;
        }

        // "my wife'll have": as in "I'll have".
        if (apostrophes == 1 && text[at..end].EndsWith("'ll") && IsName(text[at..(end - 3)]))
        {
            tokens.Add(new(at, end - at - 3, TokenKind.Word, WordPool.Get(text[at..(end - 3)])));
            tokens.Add(new(end - 3, 3, TokenKind.Word, "ill"));
            return end;
        }

        // "J20" is a name, no count.
        if (end == at + 1 && EndOfCode(text, at) is > 0 and var after)
            end = after;

        var key = WordPool.Get(text[at..end]);
        if (apostrophes > 0)
            key = key == "we're" ? "weare" : key.Replace("'", "", StringComparison.Ordinal);
        tokens.Add(new(at, end - at, TokenKind.Word, key));
        return end;
    }

    private static int EndOfCode(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        var isCode = end - at is 3 && text[at] is >= 'a' and <= 'z' and not 'x' && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (end == text.Length || (!char.IsLetterOrDigit(text[end]) && !(end + 1 < text.Length && text[end] == ' ' && char.IsAsciiDigit(text[end + 1]))));
        return isCode ? end : 0;
    }

    // Letters of "w/o", "w/out" behind the slash; 0 where it is "with".
    private static int Without(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && IsWordLetter(rest[length]))
            length++;
        return rest[..length] is "o" or "out" ? length : 0;
    }

    private static int Number(ReadOnlySpan<char> text, int at, List<Token> tokens)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsInsideNumber(text, end)))
            end++;

        var digits = text[at..end];
        var plain = digits.IndexOfAnyExceptInRange('0', '9') < 0;
        if (plain && end < text.Length && text[end] == 'x' && (end + 1 == text.Length || !char.IsLetter(text[end + 1])))
        {
            tokens.Add(new(at, end + 1 - at, TokenKind.Times, "", ValueOf(digits)));
            return end + 1;
        }

        if (plain && end < text.Length && text[end] == 'x' && IsWordAt(text, end + 1))
        {
            tokens.Add(new(at, end + 1 - at, TokenKind.Number, WordPool.Get(digits), ValueOf(digits)));
            return end + 1;
        }

        if (plain && TimesSigns.EndsInArrow(tokens))
        {
            var arrow = tokens[^1].Start;
            tokens[^1] = new(arrow, end - arrow, TokenKind.Times, "", ValueOf(digits));
            return end;
        }

        if (plain && tokens.Count > 0 && tokens[^1] is { Kind: TokenKind.Word, Key: "x" } times && at - times.End <= 1)
        {
            tokens[^1] = new(times.Start, end - times.Start, TokenKind.Times, "", ValueOf(digits));
            return end;
        }

        tokens.Add(plain
            ? new(at, end - at, TokenKind.Number, WordPool.Get(digits), ValueOf(digits))
            : new(at, end - at, TokenKind.Noise, WordPool.Get(digits).Replace(',', '.')));
        return end;
    }

    private static int Unspaced(ReadOnlySpan<char> text, int at, List<Token> tokens, Func<string, bool> known)
    {
        for (var length = Math.Min(LongestUnspacedWord, text.Length - at); length > 0; length--)
        {
            var piece = WordPool.Get(text.Slice(at, length));
            if (!known(piece))
                continue;
            tokens.Add(new(at, length, TokenKind.Word, piece));
            return at + length;
        }

        // An unknown word runs to the next change of script or the next known word.
        var end = at + 1;
        while (end < text.Length && IsUnspaced(text[end]) && Script(text[end]) == Script(text[at]) && !StartsKnown(text, end, known))
            end++;
        tokens.Add(new(at, end - at, TokenKind.Word, WordPool.Get(text[at..end])));
        return end;
    }

    private static bool StartsKnown(ReadOnlySpan<char> text, int at, Func<string, bool> known)
    {
        for (var length = Math.Min(LongestUnspacedWord, text.Length - at); length > 0; length--)
        {
            if (known(WordPool.Get(text.Slice(at, length))))
                return true;
        }

        return false;
    }

    private static int Emoji(ReadOnlySpan<char> text, int at, List<Token> tokens)
    {
        var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        tokens.Add(new(at, length, TokenKind.Emoji, WordPool.Get(text.Slice(at, length))));
        return at + length;
    }

    private static int ValueOf(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue;

    private static bool IsWordLetter(char letter) =>
        char.IsLetter(letter) && !IsUnspaced(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    // A hyphen between letters parts two words ("carrot-ginger"); nothing joins them.
    private static bool IsJoiner(ReadOnlySpan<char> text, int at) => text[at] == '\u00AD' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static bool IsInsideNumber(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or ',' or ':' or '/' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private static bool IsName(ReadOnlySpan<char> head) => head is not ("i" or "we" or "he" or "she" or "they" or "you" or "it" or "that" or "this" or "there" or "who" or "what");

    // "2xapple tea", but not "2xl".
    private static bool IsWordAt(ReadOnlySpan<char> text, int at) => at + 2 < text.Length && text[at..(at + 3)].IndexOfAnyExceptInRange('a', 'z') < 0;

    private static bool IsElision(ReadOnlySpan<char> head) =>
        head is "d" or "l" or "j" or "qu" or "un" or "dell" or "all" or "nell" or "sull" or "c" or "s" or "n";

    private static bool IsUnspaced(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF' or '\u3005';

    private static int Script(char letter) => letter switch
    {
        >= '\u3040' and <= '\u309F' => 1,
        >= '\u30A0' and <= '\u30FF' => 2,
        _ => 3,
    };
}
