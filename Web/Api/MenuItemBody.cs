using System.ComponentModel.DataAnnotations;
using Restaurant.Domain.Menu;

namespace Restaurant.Web.Api;

/// <summary>An item as a caller writes it. Prices in minor units (cents). What is left out is empty.</summary>
public sealed record MenuItemBody(
    [property: Required, MaxLength(MenuRules.MaxName)] string Name,
    [property: Required, MaxLength(MenuRules.MaxName)] string Category,
    [property: Range(0, MenuRules.MaxPriceMinor)] long PriceMinor,
    [property: MaxLength(MenuRules.MaxDescription)] string Description = "",
    [property: MaxLength(MenuRules.MaxWords)] IReadOnlyList<string>? Aliases = null,
    [property: MaxLength(MenuRules.MaxSizes)] IReadOnlyList<MenuSize>? Sizes = null,
    [property: MaxLength(MenuRules.MaxWords)] IReadOnlyList<string>? ModifierGroups = null,
    [property: MaxLength(MenuRules.MaxWords)] IReadOnlyList<string>? Ingredients = null,
    [property: MaxLength(MenuRules.MaxWords)] IReadOnlyList<string>? Tags = null,
    [property: MaxLength(MenuRules.MaxWords)] IReadOnlyList<string>? Allergens = null,
    [property: MaxLength(40)] string Station = "",
    DateTimeOffset? SoldOutUntil = null,
    [property: MaxLength(500)] string? Why = null)
{
    internal MenuItem ToItem(Guid id) => new()
    {
        Id = id,
        Name = Name,
        Description = Description,
        PriceMinor = PriceMinor,
        Aliases = Aliases ?? [],
        Sizes = Sizes ?? [],
        ModifierGroups = ModifierGroups ?? [],
        Ingredients = Ingredients ?? [],
        Tags = Tags ?? [],
        Allergens = Allergens ?? [],
        Station = Station,
        SoldOutUntil = SoldOutUntil?.ToUniversalTime(),
    };
}
