using Restaurant.Domain.Menu.Files;

namespace Restaurant.Web.Components.Pages.Menu;

/// <summary>A size or a modifier as it is being typed.</summary>
public sealed class ChoiceDraft
{
    public string Name { get; set; } = "";
    public string Price { get; set; } = "";
    public string Aliases { get; set; } = "";

    public bool IsEmpty => Name.Trim().Length == 0 && Price.Trim().Length == 0 && Aliases.Trim().Length == 0;

    public static ChoiceDraft Of(string name, long priceMinor, IReadOnlyList<string> aliases, int decimals) => new()
    {
        Name = name,
        Price = priceMinor == 0 ? "" : PriceText.WriteDifference(priceMinor, decimals),
        Aliases = WordList.Write(aliases),
    };

    public bool TryPrice(int decimals, out long minor)
    {
        minor = 0;
        return Price.Trim().Length == 0 || PriceText.TryRead(Price, decimals, out minor);
    }
}
