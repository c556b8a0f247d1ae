using Restaurant.Domain.Menu.Files;

namespace Restaurant.Domain.Menu.Changes;

/// <summary>Makes the menu what a file says. Items and groups are known by name; what the file does not speak of stays.</summary>
/// <param name="Keep">Leaves items that are not in the file on the menu; otherwise they are removed.</param>
public sealed record ImportMenu(MenuFile File, string Source, bool Keep = false) : MenuChange
{
    public override MenuVerdict Decide(RestaurantMenu menu)
    {
        if (!File.Menu.Items.Any())
            return Refuse(menu, "", $"{Source} has no item that can be read: nothing was changed.");

        var known = menu.Items.ToDictionary(item => item.Name, StringComparer.OrdinalIgnoreCase);
        var groups = menu.ModifierGroups.ToDictionary(group => group.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var group in File.Menu.ModifierGroups)
            groups[group.Name] = !groups.TryGetValue(group.Name, out var old) ? group : Has(MenuFields.GroupContents) ? group with { Id = old.Id } : old;

        var categories = File.Menu.Categories.Select(category => Merge(category, menu, known, groups)).ToList();
        var staying = File.Menu.Items.Select(item => item.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var old in menu.Categories)
            AddRest(categories, old, [.. old.Items.Where(item => !staying.Contains(item.Name) && IsKept(item))]);

        var used = categories.SelectMany(category => category.Items).SelectMany(item => item.ModifierGroups).ToHashSet();
        var inFile = File.Menu.ModifierGroups.Select(group => group.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = File.Menu.Restaurant.Length > 0 ? File.Menu.Restaurant : menu.Restaurant;
        return Accept(
            menu with
            {
                Restaurant = name,
                Categories = categories,
                ModifierGroups = [.. groups.Values.Where(group => Keep || inFile.Contains(group.Name) || used.Contains(group.Name))],
            },
            $"imported {Source}");
    }

    private bool IsKept(MenuItem item) => Keep || File.BadNames.Contains(item.Name, StringComparer.OrdinalIgnoreCase);

    private MenuCategory Merge(
        MenuCategory category, RestaurantMenu menu, Dictionary<string, MenuItem> known, Dictionary<string, ModifierGroup> groups)
    {
        var old = menu.Categories.FirstOrDefault(candidate => string.Equals(candidate.Name, category.Name, StringComparison.OrdinalIgnoreCase));
        return category with
        {
            Id = old?.Id ?? category.Id,
            Revision = old?.Revision ?? 0,
            Kind = Has(MenuFields.Kinds) && category.Kind.Length > 0 ? category.Kind
                : old?.Kind ?? (category.Kind.Length > 0 ? category.Kind : CategoryText.KindOf(category.Name)),
            Items = [.. category.Items.Select(item => Offer(known.TryGetValue(item.Name, out var was) ? Merge(item, was) : item, groups))],
        };
    }

    private MenuItem Merge(MenuItem item, MenuItem old) => item with
    {
        Id = old.Id,
        Revision = old.Revision,
        Aliases = Has(MenuFields.Aliases) ? item.Aliases : old.Aliases,
        Sizes = Has(MenuFields.Sizes) ? item.Sizes : old.Sizes,
        ModifierGroups = Has(MenuFields.ModifierGroups) ? item.ModifierGroups : old.ModifierGroups,
        Ingredients = Has(MenuFields.Ingredients) ? item.Ingredients : old.Ingredients,
        Tags = Has(MenuFields.Tags) ? item.Tags : old.Tags,
        Allergens = Has(MenuFields.Allergens) ? item.Allergens : old.Allergens,
        Station = Has(MenuFields.Station) ? item.Station : old.Station,
        SoldOutUntil = Has(MenuFields.SoldOut) ? item.SoldOutUntil : old.SoldOutUntil,
    };

    // A file that says nothing of modifiers would make every "no onions" unclear: the ingredients can at least be left out.
    private MenuItem Offer(MenuItem item, Dictionary<string, ModifierGroup> groups)
    {
        var made = IngredientGroup.For(item);
        var isOurs = item.ModifierGroups is [] || item.ModifierGroups is [var only] && only == made.Name;
        var isSaid = Has(MenuFields.GroupContents) || (Has(MenuFields.ModifierGroups) && item.ModifierGroups is []);
        if (isSaid || !isOurs || made.Modifiers.Count == 0)
            return item;

        // Prices and other names that somebody has given to the ingredients since stay.
        groups[made.Name] = !groups.TryGetValue(made.Name, out var old) ? made : old with
        {
            Modifiers = [.. made.Modifiers.Select(modifier => old.Modifiers.FirstOrDefault(known => known.Name == modifier.Name) ?? modifier)],
        };
        return item with { ModifierGroups = [made.Name] };
    }

    private static void AddRest(List<MenuCategory> categories, MenuCategory old, List<MenuItem> rest)
    {
        if (rest.Count == 0)
            return;
        var at = categories.FindIndex(category => category.Id == old.Id);
        if (at < 0)
            categories.Add(old with { Items = rest });
        else
            categories[at] = categories[at] with { Items = [.. categories[at].Items, .. rest] };
    }

    private bool Has(MenuFields field) => File.Given.HasFlag(field);
}
