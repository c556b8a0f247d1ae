namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Words that menus and customers write in different ways: by what the customer may write, what the menu may.</summary>
internal static class Spellings
{
    private static readonly Dictionary<string, string> Others =
        "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 fourteen 14 fifteen 15 sixteen 16 eighteen 18 twenty 20 pc piece pcs piece in inch oz ounce 1/2 half med medium ur your yr your thru through xtra extra lite light"
            .Split(' ')
            .Chunk(2)
            .ToDictionary(pair => pair[0], pair => pair[1]);

    // "The 2 egg breakfast", where the menu writes "two".
    private static readonly Dictionary<string, string> Words = Others.Where(pair => char.IsAsciiDigit(pair.Value[0])).ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The word as it may be written otherwise; null where it is written in one way.</summary>
    public static string? Of(string word) => Others.GetValueOrDefault(word) ?? Words.GetValueOrDefault(word);
}
