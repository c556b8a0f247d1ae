namespace Restaurant.Domain.Menu.Changes;

/// <summary>Only an empty category can be removed, so that no dish disappears by the way.</summary>
public sealed record RemoveCategory(Guid Id) : MenuChange
{
    public override MenuVerdict Decide(RestaurantMenu menu)
    {
        if (menu.Categories.FirstOrDefault(candidate => candidate.Id == Id) is not { } category)
            return Missing(menu, "The category");
        if (category.Items.Count > 0)
            return Refuse(menu, "Items", $"{category.Name} still has {category.Items.Count} items. Move or remove them first.");
        return Accept(
            menu with { Categories = [.. menu.Categories.Where(candidate => candidate.Id != Id)] }, $"removed the category {category.Name}");
    }
}
