using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Menu.Files;

/// <summary>A menu as a file says it: the good rows, and what was wrong with the others.</summary>
/// <param name="Given">What the file speaks of at all. What it does not speak of stays as it is when the file is imported.</param>
public sealed record MenuFile(RestaurantMenu Menu, MenuFields Given, IReadOnlyList<BadRow> BadRows)
{
    public const int MaxBytes = 5_000_000;

    /// <summary>Items that stand in the file but could not be read: an import must not take them for removed.</summary>
    public IReadOnlyList<string> BadNames { get; init; } = [];

    /// <summary>Puts together what a reader found: categories named twice become one, and no alias is another item's name.</summary>
    public static MenuFile Of(
        string restaurant,
        IEnumerable<MenuCategory> categories,
        IReadOnlyList<ModifierGroup> groups,
        MenuFields given,
        IEnumerable<BadRow> bad,
        IReadOnlyList<string> badNames)
    {
        var menu = new RestaurantMenu(restaurant, [.. categories.GroupBy(category => category.Name, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.First() with { Items = [.. same.SelectMany(category => category.Items)] })], groups);
        var names = menu.Items.Select(item => item.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var taken = new List<BadRow>();
        var tidy = menu.Map(item =>
        {
            var wrong = item.Aliases.Where(names.Contains).ToList();
            taken.AddRange(wrong.Where(alias => !string.Equals(alias, item.Name, StringComparison.OrdinalIgnoreCase))
                .Select(alias => new BadRow(item.Name, $"The alias “{alias}” is the name of another item; it is left out.")));
            return wrong.Count == 0 ? item : item with { Aliases = [.. item.Aliases.Except(wrong)] };
        });
        return new(tidy, given, [.. bad, .. taken]) { BadNames = badNames };
    }

    public static MenuFile Unreadable(string where, string reason) => new(RestaurantMenu.Empty, MenuFields.None, [new(where, reason)]);
}

[Flags]
public enum MenuFields
{
    None = 0,
    Kinds = 1 << 0,
    Aliases = 1 << 1,
    Sizes = 1 << 2,
    ModifierGroups = 1 << 3,
    Ingredients = 1 << 4,
    Tags = 1 << 5,
    Allergens = 1 << 6,
    Station = 1 << 7,
    SoldOut = 1 << 8,

    /// <summary>What the modifier groups contain, beyond their names.</summary>
    GroupContents = 1 << 9,
}
