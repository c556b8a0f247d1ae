using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Files;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Menu;

/// <summary>Takes rows one by one and becomes a menu.</summary>
internal sealed class MenuCsvReader(int decimals)
{
    private readonly List<(string Category, string Kind, MenuItem Item)> items = [];
    private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> badNames = [];
    private MenuFields given;

    public List<BadRow> Bad { get; } = [];

    public void Take(CsvRow row, string name, string description, string price)
    {
        try
        {
            var (category, kind, item) = Read(row, name, description, price);
            if (MenuRules.Check(new("", [new(category, kind, [item with { ModifierGroups = [] }])], [])) is [var problem, ..])
                throw new FormatException(problem.Message);
            if (!seen.Add(item.Name))
                throw new FormatException($"There is an item named {item.Name} further up; this row is left out.");
            items.Add((category, kind, item));
        }
        catch (FormatException exception)
        {
            Bad.Add(new($"line {row.Line}", exception.Message));
            badNames.Add(name);
        }
    }

    public MenuFile Done()
    {
        var categories = items.GroupBy(row => row.Category, StringComparer.OrdinalIgnoreCase)
            .Select(same => new MenuCategory(same.Key, same.First().Kind, [.. same.Select(row => row.Item)]));

        // A table names the groups of an item and cannot say what is in them: they come along empty, and an import keeps those it knows.
        var groups = items.SelectMany(row => row.Item.ModifierGroups).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => new ModifierGroup(name, [])).ToList();
        return MenuFile.Of("", categories, groups, given, Bad, badNames);
    }

    private (string Category, string Kind, MenuItem Item) Read(CsvRow row, string name, string description, string price)
    {
        if (name.Length == 0)
            throw new FormatException("item_name is empty.");
        if (price.Length == 0)
            throw new FormatException($"{name} has no price.");
        if (!PriceText.TryRead(price, decimals, out var minor))
            throw new FormatException($"“{Short(price)}” is not a price. Write for example 9.95");

        var text = DescriptionText.Read(description);
        var (category, kind, prose) = row["category"] is { Length: > 0 } named
            ? (named, CategoryText.KindOf(named), text.Prose)
            : text.Category is { } labelled ? (labelled, CategoryText.KindOf(labelled), text.Prose) : CategoryText.Read(name, text.Prose);
        if (row.Has("kind"))
        {
            given |= MenuFields.Kinds;
            kind = row["kind"];
        }

        return (category, kind, new MenuItem
        {
            Name = name,
            Description = prose,
            PriceMinor = minor,
            Aliases = [.. Words(row, MenuFields.Aliases, [], "aliases")],
            Sizes = Sizes(row),
            ModifierGroups = [.. Words(row, MenuFields.ModifierGroups, [], "modifier_groups")],
            Ingredients = [.. Words(row, MenuFields.Ingredients, text.Ingredients, "ingredients")],
            Tags = [.. Words(row, MenuFields.Tags, text.Tags, "tags", "dietary_tags")],
            Allergens = [.. Words(row, MenuFields.Allergens, text.Allergens, "allergens")],
            Station = Station(row),
        });
    }

    private IReadOnlyList<string> Words(CsvRow row, MenuFields field, IReadOnlyList<string> otherwise, params string[] columns)
    {
        if (row.Has(columns) || otherwise.Count > 0)
            given |= field;
        return row[columns] is { Length: > 0 } cell ? CellList.Read(cell) : otherwise;
    }

    private List<MenuSize> Sizes(CsvRow row)
    {
        if (row.Has("sizes"))
            given |= MenuFields.Sizes;
        return CellList.ReadSizes(row["sizes"], decimals);
    }

    private string Station(CsvRow row)
    {
        if (row.Has("station"))
            given |= MenuFields.Station;
        return row["station"];
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
