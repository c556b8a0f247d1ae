using System.Globalization;
using System.Text.RegularExpressions;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>How much of something: 250 g, 0.5 l, 16 oz, for 10 people, 6 pieces, whichever way it is written.</summary>
/// <param name="Kind">Grams, millilitres, ounces, inches, centimetres, kilocalories, people or pieces, by a letter.</param>
internal readonly record struct Measure(char Kind, int Amount)
{
    /// <summary>What a size of so much is found by.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"#{Kind}{Amount}");

    /// <summary>Whether more of it makes a size larger than another: ten people are not large.</summary>
    public bool IsAmount => Kind is 'g' or 'l' or 'o' or 'i' or 'c';
}

internal static partial class Measures
{
    public const char People = 'p';
    public const char Pieces = 'n';

    private static readonly Dictionary<string, (char Kind, int Factor)> Units = Words(
        ('g', 1, "g gr grs gram grams gramm grammes gramos grammi グラム"),
        ('g', 1000, "kg kgs kilo kilos chilo chili kilogram キロ"),
        ('l', 1, "ml"),
        ('l', 10, "cl"),
        ('l', 1000, "l lt ltr litre litres liter liters litro litros litri"),
        ('o', 1, "oz ounce ounces"),
        ('o', 16, "lb lbs pound pounds libra libras libbra libbre livre livres"),
        ('k', 1, "kcal kcals cal cals calories"),
        ('i', 1, "inch inches in zoll pulgadas pouces pollici"),
        ('c', 1, "cm"),
        (People, 1, "person persons people pers pax guests persona personas personne personnes personen persone 人前"),
        (Pieces, 1, "piece pieces pc pcs pce count ct stuck stk szt sztuk sztuki pieza piezas pza pzas unidad unidades ud uds pezzo pezzi pz adet stuks stycken 個 枚 貫"));

    /// <summary>The kind of a unit, and how many of its smallest it has; null for other words.</summary>
    public static (char Kind, int Factor)? UnitOf(string word) => Units.TryGetValue(word, out var unit) ? unit : null;

    /// <summary>Whether the word says how much of something a number is: "oz", "cm", but not "people" or "pieces".</summary>
    public static bool IsAmount(string word) => UnitOf(word) is { } unit && new Measure(unit.Kind, unit.Factor).IsAmount;

    /// <summary>Whether so much of something can be asked for without a number: "a kilo", "half a litre".</summary>
    public static bool IsWhole(string word) => word is "kilo" or "kg" or "chilo" or "litre" or "liter" or "litro" or "pound" or "pounds" or "lb" or "lbs" or "libra" or "libbra" or "livre";

    /// <summary>The amount that a size's name says: "16 oz", "Large (400 ml)", "0,5 l".</summary>
    public static Measure? In(string name)
    {
        var said = Folding.Fold(name).Replace("½", "1/2", StringComparison.Ordinal).Replace("¼", "1/4", StringComparison.Ordinal);
        foreach (var (word, figure) in InWords)
            said = said.StartsWith(word, StringComparison.Ordinal) ? figure + said[word.Length..] : said;
        foreach (Match match in Amounts().Matches(said))
        {
            if (UnitOf(match.Groups[3].Value) is not { } unit || !decimal.TryParse(match.Groups[1].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
                continue;
            return Of(int.TryParse(match.Groups[2].Value, CultureInfo.InvariantCulture, out var parts) && parts > 0 ? amount / parts : amount, unit);
        }

        return null;
    }

    // "Half Pound", "One Litre".
    private static readonly (string Word, string Figure)[] InWords = [("half a ", "1/2 "), ("half ", "1/2 "), ("quarter ", "1/4 "), ("one ", "1 "), ("two ", "2 ")];

    public static Measure Of(decimal amount, (char Kind, int Factor) unit) => new(unit.Kind, (int)Math.Round(Math.Min(amount, 10_000) * unit.Factor));

    private static Dictionary<string, (char Kind, int Factor)> Words(params ReadOnlySpan<(char Kind, int Factor, string Words)> units)
    {
        var all = new Dictionary<string, (char Kind, int Factor)>();
        foreach (var (kind, factor, words) in units)
        {
            foreach (var word in words.Split(' '))
                all.Add(word, (kind, factor));
        }

        return all;
    }

    [GeneratedRegex(@"(\d+(?:[.,]\d+)?)(?:/(\d))?\s*(\p{L}+)", RegexOptions.CultureInvariant)]
    private static partial Regex Amounts();
}
