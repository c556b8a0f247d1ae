namespace Restaurant.Domain.Menu.Changes;

/// <summary>Takes a modifier group away, from the items that offered it too.</summary>
public sealed record RemoveGroup(Guid Id, long? Seen = null) : MenuChange
{
    public override MenuVerdict Decide(RestaurantMenu menu)
    {
        if (menu.ModifierGroups.FirstOrDefault(candidate => candidate.Id == Id) is not { } group)
            return Missing(menu, "The modifier group");
        if (Seen is { } seen && seen != group.Revision)
            return Conflict(menu, group.Name);

        var without = menu with { ModifierGroups = [.. menu.ModifierGroups.Where(candidate => candidate.Id != Id)] };
        return Accept(
            without.Map(item => item.ModifierGroups.Contains(group.Name)
                ? item with { ModifierGroups = [.. item.ModifierGroups.Where(name => name != group.Name)] }
                : item),
            $"removed the modifier group {group.Name}");
    }
}
