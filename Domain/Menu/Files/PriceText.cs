using System.Globalization;

namespace Restaurant.Domain.Menu.Files;

/// <summary>Prices as people write them, to and from minor units.</summary>
public static class PriceText
{
    private static readonly string[] Signs = ["$", "€", "£", "¥", "USD", "EUR", "GBP", "JPY", "CHF"];

    /// <summary>"9.95", "$9.95", "9,95 €", "1,250.00", "+0.50". False for anything else, and for more decimals than the currency has.</summary>
    public static bool TryRead(string text, int decimals, out long minor)
    {
        minor = 0;
        var plain = text.Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u2212", "-", StringComparison.Ordinal).Trim();
        foreach (var sign in Signs)
            plain = plain.Replace(sign, "", StringComparison.OrdinalIgnoreCase);
        plain = WithPoint(plain.Replace(" ", "", StringComparison.Ordinal));

        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
            && TryRead(price, decimals, out minor);
    }

    public static bool TryRead(decimal price, int decimals, out long minor)
    {
        minor = 0;
        if (Math.Abs(price) > MenuRules.MaxPriceMinor)
            return false;
        var scaled = price * Scale(decimals);
        minor = (long)scaled;
        return minor == scaled;
    }

    public static decimal ToDecimal(long minor, int decimals) => decimal.Divide(minor, Scale(decimals));

    public static string Write(long minor, int decimals) =>
        ToDecimal(minor, decimals).ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>With its sign, as a difference: "+0.50".</summary>
    public static string WriteDifference(long minor, int decimals) => (minor < 0 ? "" : "+") + Write(minor, decimals);

    // The last of point and comma stands before the decimals, unless exactly three digits follow a lone comma: "1,250".
    private static string WithPoint(string number)
    {
        var (comma, point) = (number.LastIndexOf(','), number.LastIndexOf('.'));
        if (comma < 0)
            return number;
        var isThousands = point > comma || number.Length - comma - 1 == 3;
        return isThousands
            ? number.Replace(",", "", StringComparison.Ordinal)
            : number.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
    }

    private static decimal Scale(int decimals) => (decimal)Math.Pow(10, decimals);
}
