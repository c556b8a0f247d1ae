namespace Restaurant.Domain.Menu.Changes;

/// <summary>Adds an item, or puts a new value in place of the item with the same id.</summary>
/// <param name="Category">By name; a category that is not there yet is added.</param>
/// <param name="Seen">The revision the editor started from; null adds, or overwrites whatever is there.</param>
public sealed record SaveItem(MenuItem Item, string Category, long? Seen) : MenuChange
{
    public override MenuVerdict Decide(RestaurantMenu menu)
    {
        var old = menu.Items.FirstOrDefault(candidate => candidate.Id == Item.Id);
        if (Seen is { } seen && old is null)
            return Missing(menu, Item.Name);
        if (Seen is not null && old!.Revision != Seen)
            return Conflict(menu, old.Name);
        if (string.IsNullOrWhiteSpace(Category))
            return Refuse(menu, nameof(Category), "Choose a category or type a new one.");

        var tidy = Tidy(Item);
        return Accept(menu.With(tidy, Category.Trim()), old is null ? $"added {tidy.Name}" : $"changed {old.Name}");
    }

    private static MenuItem Tidy(MenuItem item) => item with
    {
        Name = item.Name.Trim(),
        Description = item.Description.Trim(),
        Station = item.Station.Trim(),
        Aliases = Tidy(item.Aliases),
        Ingredients = Tidy(item.Ingredients),
        Tags = Tidy(item.Tags),
        Allergens = Tidy(item.Allergens),
        ModifierGroups = Tidy(item.ModifierGroups),
    };

    private static List<string> Tidy(IReadOnlyList<string> words) => [.. words
        .Select(word => word.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
