namespace Restaurant.Domain.Menu;

/// <summary>Everything a guest can order, as one immutable value. <see cref="Version"/> grows with every change.</summary>
public sealed record RestaurantMenu(
    string Restaurant, IReadOnlyList<MenuCategory> Categories, IReadOnlyList<ModifierGroup> ModifierGroups, long Version = 0)
{
    public static RestaurantMenu Empty { get; } = new("", [], []);

    public IEnumerable<MenuItem> Items => Categories.SelectMany(category => category.Items);
}

/// <param name="Kind">main, side, drink, dessert …; free text, it groups items for the parser and the pages.</param>
public sealed record MenuCategory(string Name, string Kind, IReadOnlyList<MenuItem> Items)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The menu's version at this category's last change.</summary>
    public long Revision { get; init; }
}

/// <summary>A dish or drink. Names are unique on a menu, whatever their case.</summary>
public sealed record MenuItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public string Description { get; init; } = "";

    /// <summary>In minor units (cents), 0 or more.</summary>
    public required long PriceMinor { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];
    public IReadOnlyList<MenuSize> Sizes { get; init; } = [];

    /// <summary>Names of the <see cref="RestaurantMenu.ModifierGroups"/> that this item offers.</summary>
    public IReadOnlyList<string> ModifierGroups { get; init; } = [];

    public IReadOnlyList<string> Ingredients { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Allergens { get; init; } = [];

    /// <summary>The kitchen station that makes it, for example grill, cold, fryer, bar.</summary>
    public string Station { get; init; } = "";

    /// <summary>Not sold before this moment; null means available.</summary>
    public DateTimeOffset? SoldOutUntil { get; init; }

    /// <summary>The menu's version at this item's last change: who saves with an older one has not seen the newest.</summary>
    public long Revision { get; init; }

    public bool IsSoldOut(DateTimeOffset now) => SoldOutUntil > now;
}

/// <param name="PriceDeltaMinor">Added to the item's price, in minor units; may be negative.</param>
public sealed record MenuSize(string Name, long PriceDeltaMinor)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

public sealed record ModifierGroup(string Name, IReadOnlyList<Modifier> Modifiers)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The menu's version at this group's last change.</summary>
    public long Revision { get; init; }
}

/// <param name="PriceDeltaMinor">Added per unit when the modifier is added or doubled, in minor units.</param>
public sealed record Modifier(string Name, long PriceDeltaMinor)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
