using System.Text;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Files;

namespace Restaurant.Infrastructure.Menu;

/// <summary>Several values in one cell: "a | b"; a size with its other names and its price: "large=big +2.00".</summary>
internal static class CellList
{
    public static string Write(IEnumerable<string> words) => string.Join(" | ", words.Select(Escape));

    public static string Write(IEnumerable<MenuSize> sizes, int decimals) => string.Join(" | ", sizes.Select(size =>
        $"{string.Join('=', size.Aliases.Prepend(size.Name).Select(Escape))} {PriceText.WriteDifference(size.PriceDeltaMinor, decimals)}"));

    public static List<string> Read(string cell) =>
        [.. Split(cell, '|').Select(Unescape).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static List<MenuSize> ReadSizes(string cell, int decimals) => [.. Split(cell, '|').Where(part => part.Length > 0).Select(part =>
    {
        // The last word is the price if it looks like a difference; a size without one costs what the item costs.
        var (names, delta) = (part, 0L);
        var space = part.LastIndexOf(' ');
        if (space > 0 && part[space + 1] is '+' or '-')
        {
            if (!PriceText.TryRead(part[(space + 1)..], decimals, out delta))
                throw new FormatException($"The size “{part}” has no price that can be read. Write for example: large +2.00");
            names = part[..space];
        }

        var all = Split(names, '=').Select(Unescape).ToList();
        return new MenuSize(all[0], delta) { Aliases = [.. all.Skip(1)] };
    })];

    private static string Escape(string word)
    {
        var plain = word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
        return plain.Replace("=", "\\=", StringComparison.Ordinal);
    }

    private static string Unescape(string word)
    {
        var plain = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
            plain.Append(word[at] == '\\' && at + 1 < word.Length ? word[++at] : word[at]);
        return plain.ToString();
    }

    private static IEnumerable<string> Split(string cell, char separator)
    {
        var start = 0;
        for (var at = 0; at < cell.Length; at++)
        {
            if (cell[at] == '\\')
            {
                at++;
            }
            else if (cell[at] == separator)
            {
                yield return cell[start..at].Trim();
                start = at + 1;
            }
        }

        yield return cell[start..].Trim();
    }
}
