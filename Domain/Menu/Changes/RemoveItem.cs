namespace Restaurant.Domain.Menu.Changes;

public sealed record RemoveItem(Guid Id, long? Seen = null) : MenuChange
{
    public override MenuVerdict Decide(RestaurantMenu menu)
    {
        if (menu.Items.FirstOrDefault(candidate => candidate.Id == Id) is not { } item)
            return Missing(menu, "The item");
        if (Seen is { } seen && seen != item.Revision)
            return Conflict(menu, item.Name);
        return Accept(menu.Without(Id), $"removed {item.Name}");
    }
}
