using System.Globalization;
using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>"A 23 and two 61", "no. 26": dishes by their number on the menu.</summary>
internal static class CodeSegments
{
    // Less than counting the dish behind it, more than counting nothing.
    private const double Gain = 0.6;
    private const double SaidSo = 3;

    private static readonly HashSet<string> Signs = ["no", "nr", "num", "number", "nummer", "numero", "#", "番"];

    // "B12", "b 12" are not: letters and digits in one piece.
    private const double Lettered = 3;

    /// <summary>"C4 x 2", "A1 and a tea".</summary>
    public static void AddLettered(CompiledMenu menu, Wording wording, ReadingLattice lattice, int at)
    {
        if (wording.Tokens[at] is not { Kind: TokenKind.Word, Length: <= 3 } letters)
            return;
        var (end, code) = (at + 1, letters.Key);
        if (end < wording.Count && wording.Tokens[end] is { Kind: TokenKind.Number or TokenKind.Noise } digits && digits.Start == letters.End)
            (end, code) = (end + 1, string.Concat(letters.Key, digits.Key));
        if (code.Length > 1 && menu.ItemByCode.TryGetValue(code, out var item))
            Lay(lattice, at, end, Lettered, menu.Items[item].Alone, "by its code on the menu");
    }

    public static void Add(CompiledMenu menu, Wording wording, ReadingLattice lattice, int at)
    {
        var number = at;
        var isSaid = Signs.Contains(wording.Tokens[at].Key);
        if (isSaid)
            number += at + 1 < wording.Count && wording.Tokens[at + 1] is { Kind: TokenKind.Stop } stop && stop.Start == wording.Tokens[at].End ? 2 : 1;
        if (number > 0 && number < wording.Count && wording.Tokens[number - 1] is { Kind: TokenKind.Word } before && before.End == wording.Tokens[number].Start && !isSaid)
            return;
        if (number >= wording.Count || wording.Tokens[number] is not { Kind: TokenKind.Number or TokenKind.Noise } token || (token.Kind == TokenKind.Noise && !isSaid)
            || !int.TryParse(token.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || !menu.ItemByNumber.TryGetValue(code, out var item))
        {
            return;
        }

        // "Two 27s".
        var end = number + 1 < wording.Count && wording.Tokens[number + 1] is { Kind: TokenKind.Word, Key: "s" } plural && plural.Start == token.End ? number + 2 : number + 1;
        Lay(lattice, at, end, isSaid || end > number + 1 ? SaidSo : Gain, menu.Items[item].Alone, "by its number on the menu");
    }

    private static void Lay(ReadingLattice lattice, int at, int end, double gain, int[] item, string why)
    {
        var segment = lattice.Lay(SegmentKind.Item, at, end, gain);
        (segment.Items, segment.IsWholeName, segment.Why) = (item, true, why);
    }
}
