namespace Restaurant.Domain.Menu;

/// <summary>New menus from old ones.</summary>
public static class MenuEditing
{
    public static MenuCategory? CategoryOf(this RestaurantMenu menu, Guid item) =>
        menu.Categories.FirstOrDefault(category => category.Items.Any(candidate => candidate.Id == item));

    public static RestaurantMenu Map(this RestaurantMenu menu, Func<MenuItem, MenuItem> change) => menu with
    {
        Categories = [.. menu.Categories.Select(category => category with { Items = [.. category.Items.Select(change)] })],
    };

    public static RestaurantMenu Without(this RestaurantMenu menu, Guid item) => menu with
    {
        Categories = [.. menu.Categories.Select(category =>
            category.Items.Any(candidate => candidate.Id == item)
                ? category with { Items = [.. category.Items.Where(candidate => candidate.Id != item)] }
                : category)],
    };

    /// <summary>The item takes the place of the one with its id; a new one, or one from another category, goes to the end of its category.</summary>
    public static RestaurantMenu With(this RestaurantMenu menu, MenuItem item, string category)
    {
        if (IsNamed(menu.CategoryOf(item.Id), category))
            return menu.Map(candidate => candidate.Id == item.Id ? item : candidate);

        var without = menu.Without(item.Id);
        return without with
        {
            Categories = without.Categories.Any(candidate => IsNamed(candidate, category))
                ? [.. without.Categories.Select(candidate =>
                    IsNamed(candidate, category) ? candidate with { Items = [.. candidate.Items, item] } : candidate)]
                : [.. without.Categories, new MenuCategory(category, "", [item])],
        };
    }

    private static bool IsNamed(MenuCategory? category, string name) =>
        string.Equals(category?.Name, name, StringComparison.OrdinalIgnoreCase);
}
