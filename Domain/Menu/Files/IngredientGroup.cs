using System.Text.RegularExpressions;

namespace Restaurant.Domain.Menu.Files;

/// <summary>For an item that comes with ingredients and no modifiers: what it is made of can be left out, so that "no onions" is understood.</summary>
public static partial class IngredientGroup
{
    /// <summary>Free of charge either way; the restaurant sets prices for extras when it wants them.</summary>
    public static ModifierGroup For(MenuItem item)
    {
        var names = item.Ingredients.Select(Plain).Where(name => name.Length is > 0 and <= MenuRules.MaxName)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MenuRules.MaxModifiers).ToList();

        // "onion" for "red onion", as long as only one of the ingredients is an onion.
        var heads = names.CountBy(Head, StringComparer.OrdinalIgnoreCase).Where(pair => pair.Value == 1).Select(pair => pair.Key);
        var plain = heads.Except(names, StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = $"ingredients of {item.Name}";
        return new(name[..Math.Min(name.Length, MenuRules.MaxName)], [.. names.Select(ingredient => new Modifier(ingredient, 0)
        {
            Aliases = plain.Contains(Head(ingredient)) ? [Head(ingredient)] : [],
        })]);
    }

    private static string Plain(string ingredient) => Aside().Replace(ingredient, "").Trim();

    private static string Head(string name) => name[(name.LastIndexOf(' ') + 1)..];

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Aside();
}
