using System.Runtime.CompilerServices;
using Restaurant.Domain.Menu;

namespace Restaurant.Domain.Orders;

/// <summary>A menu indexed by name, whatever the case: made once for each version of the menu and gone with it.</summary>
internal sealed class PriceList
{
    private static readonly ConditionalWeakTable<RestaurantMenu, PriceList> Known = [];
    private readonly Dictionary<string, PricedItem> items = new(StringComparer.OrdinalIgnoreCase);

    private PriceList(RestaurantMenu menu)
    {
        var groups = new Dictionary<string, ModifierGroup>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in menu.ModifierGroups)
            groups.TryAdd(group.Name, group);
        foreach (var item in menu.Items)
            items.TryAdd(item.Name, new(item, groups));
    }

    public static PriceList Of(RestaurantMenu menu) => Known.GetValue(menu, static menu => new(menu));

    public PricedItem? Find(string name) => items.GetValueOrDefault(name);
}

/// <summary>One item with the sizes, modifiers and ingredients it may be asked with.</summary>
internal sealed class PricedItem
{
    private readonly Dictionary<string, MenuSize> sizes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Modifier> modifiers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> ingredients = new(StringComparer.OrdinalIgnoreCase);

    public PricedItem(MenuItem item, Dictionary<string, ModifierGroup> groups)
    {
        Item = item;
        foreach (var size in item.Sizes)
            sizes.TryAdd(size.Name, size);
        foreach (var ingredient in item.Ingredients)
            ingredients.TryAdd(ingredient, ingredient);

        // Where two groups of the item hold the same name, the group the item names first gives the price.
        foreach (var name in item.ModifierGroups)
        {
            if (!groups.TryGetValue(name, out var group))
                continue;
            foreach (var modifier in group.Modifiers)
                modifiers.TryAdd(modifier.Name, modifier);
        }
    }

    public MenuItem Item { get; }

    public MenuSize? Size(string name) => sizes.GetValueOrDefault(name);

    public Modifier? Modifier(string name) => modifiers.GetValueOrDefault(name);

    public string? Ingredient(string name) => ingredients.GetValueOrDefault(name);
}
