namespace Restaurant.Domain.Menu;

/// <param name="Words">All of them must occur in an item's name, aliases, description, ingredients, tags or allergens.</param>
public sealed record MenuFilter(string? Words = null, string? Category = null, bool? SoldOut = null);

public static class MenuSearch
{
    /// <summary>In the menu's order.</summary>
    public static IEnumerable<(MenuItem Item, string Category)> Find(this RestaurantMenu menu, MenuFilter filter, DateTimeOffset now)
    {
        var words = (filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
            from category in menu.Categories
            where string.IsNullOrEmpty(filter.Category) || string.Equals(category.Name, filter.Category, StringComparison.OrdinalIgnoreCase)
            from item in category.Items
            where filter.SoldOut is null || item.IsSoldOut(now) == filter.SoldOut
            where words.All(word => Texts(item).Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            select (item, category.Name);
    }

    private static IEnumerable<string> Texts(MenuItem item) =>
        [item.Name, item.Description, item.Station, .. item.Aliases, .. item.Ingredients, .. item.Tags, .. item.Allergens];
}
