namespace Restaurant.Domain.Menu.Changes;

/// <summary>Another name that customers use for an item, learned from a correction.</summary>
public sealed record AddAlias(Guid Item, string Alias) : MenuChange
{
    public override MenuVerdict Decide(RestaurantMenu menu)
    {
        if (menu.Items.FirstOrDefault(candidate => candidate.Id == Item) is not { } item)
            return Missing(menu, "The item");
        var alias = Alias.Trim();
        var known = item.Aliases.Append(item.Name).Contains(alias, StringComparer.OrdinalIgnoreCase);
        return Accept(
            known ? menu : menu.With(item with { Aliases = [.. item.Aliases, alias] }, menu.CategoryOf(item.Id)!.Name),
            $"learned that “{alias}” means {item.Name}");
    }
}
