using System.Text;

namespace Restaurant.Domain.Understanding.Tokens;

/// <summary>One character in, one character out, so that positions in the folded text are positions in the message.</summary>
internal static class Folding
{
    private const int TableSize = 0x250;
    private static readonly char[] Table = [.. Enumerable.Range(0, TableSize).Select(code => FoldLatin((char)code))];

    // Letters with two marks: "phở", "đặc biệt".
    private const char FirstMarked = '\u1E00';
    private const char EndOfMarked = '\u1F00';
    private static readonly char[] Marked = [.. Enumerable.Range(FirstMarked, EndOfMarked - FirstMarked).Select(code => FoldLatin((char)code))];

    public static char Fold(char letter) => letter switch
    {
        < (char)TableSize => Table[letter],
        >= FirstMarked and < EndOfMarked => Marked[letter - FirstMarked],
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' => '\'',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' => '-',
        '\u201C' or '\u201D' => '"',
        '\u3000' => ' ',
        '\uFF10' or (> '\uFF00' and < '\uFF5F') => char.ToLowerInvariant((char)(letter - 0xFEE0)),
        _ => char.ToLowerInvariant(letter),
    };

    public static string Fold(string text) => string.Create(text.Length, text, static (folded, original) => Fold(original, folded));

    /// <summary>Folds into a place of the same length.</summary>
    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++)
            folded[i] = text[i] is 'é' or 'É' && IsTea(text, i) ? 'é' : text[i] is 'ï' or 'Ï' && IsCorn(text, i) ? 'ï' : Fold(text[i]);
    }

    // "Thé" is a drink; without its accent it is the most common word of English.
    private static bool IsTea(ReadOnlySpan<char> text, int accent)
    {
        if (accent < 2 || text[accent - 1] is not ('h' or 'H') || text[accent - 2] is not ('t' or 'T') || (accent > 2 && char.IsLetter(text[accent - 3])))
            return false;
        var end = accent + 1 < text.Length && text[accent + 1] is 's' or 'S' ? accent + 2 : accent + 1;
        return end >= text.Length || !char.IsLetter(text[end]);
    }

    // "Maïs" is corn; without its two points it is "but".
    private static bool IsCorn(ReadOnlySpan<char> text, int points) =>
        points > 1 && points + 1 < text.Length && text[points - 1] is 'a' or 'A' && text[points - 2] is 'm' or 'M' && text[points + 1] is 's' or 'S'
        && (points == 2 || !char.IsLetter(text[points - 3])) && (points + 2 == text.Length || !char.IsLetter(text[points + 2]));

    private static char FoldLatin(char letter) => letter switch
    {
        'ß' => 's',
        'ø' or 'Ø' => 'o',
        'æ' or 'Æ' => 'a',
        'œ' or 'Œ' => 'o',
        'ł' or 'Ł' => 'l',
        'đ' or 'Đ' => 'd',
        '´' or '`' => '\'',
        _ when char.IsLetter(letter) => char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]),
        _ => letter,
    };
}
