using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Files;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Menu;

/// <summary>
/// The items of a menu as a table for spreadsheets: item_name, description and price, and more columns where wanted. What the modifier groups
/// contain does not fit into a table: that is in the JSON form.
/// </summary>
public static class MenuCsv
{
    private static readonly string[] Name = ["item_name", "name", "item"];
    private static readonly string[] Description = ["description"];
    private static readonly string[] Price = ["price"];

    private static readonly string[] Header =
    [
        "item_name", "description", "price", "category", "kind", "aliases", "sizes", "modifier_groups", "ingredients", "tags", "allergens", "station",
    ];

    /// <summary>Never throws for what is in the file: what cannot be read is a bad row.</summary>
    public static MenuFile Read(string text, int decimals = 2)
    {
        var reading = new MenuCsvReader(decimals);
        CsvTable.Read(text, [Name, Description, Price], MenuRules.MaxItems, reading.Bad, row => reading.Take(row, row[Name], row[Description], row[Price]));
        return reading.Done();
    }

    public static string Write(RestaurantMenu menu, int decimals = 2) => CsvTable.Write(
        Header,
        menu.Categories.SelectMany(category => category.Items.Select(item => (string[])
        [
            item.Name,
            item.Description,
            PriceText.Write(item.PriceMinor, decimals),
            category.Name,
            category.Kind,
            CellList.Write(item.Aliases),
            CellList.Write(item.Sizes, decimals),
            CellList.Write(item.ModifierGroups),
            CellList.Write(item.Ingredients),
            CellList.Write(item.Tags),
            CellList.Write(item.Allergens),
            item.Station,
        ])));
}
