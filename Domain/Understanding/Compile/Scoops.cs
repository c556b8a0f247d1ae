using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Sizes that are so many scoops of ice cream: "Two scoops", "Una pallina", "Triple" of a dessert.</summary>
internal static class Scoops
{
    private static readonly HashSet<string> Words = ["scoop", "ball", "boule", "kugel", "kugeln", "gusto", "gusti", "pallina", "palline", "bola", "flavour", "flavor"];

    private static readonly string[][] Numbers =
    [
        ["1", "one", "single", "un", "una", "une", "uno", "eine", "ein"],
        ["2", "two", "double", "due", "deux", "dos", "zwei"],
        ["3", "three", "triple", "treble", "tre", "trois", "tres", "drei"],
        ["4", "four", "quad", "quattro", "quatre", "cuatro", "vier"],
    ];

    public static int In(string size, string kind)
    {
        var words = NameWords.Of(size, out _);
        if (!words.Exists(word => Words.Contains(Stem.Of(word)) || Words.Contains(word)) && !(kind == "dessert" && words.Count == 1 && !char.IsAsciiDigit(words[0][0])))
            return 0;
        return Array.FindIndex(Numbers, number => words.Exists(number.Contains)) + 1;
    }
}
