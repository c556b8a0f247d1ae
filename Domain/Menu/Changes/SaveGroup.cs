namespace Restaurant.Domain.Menu.Changes;

/// <summary>Adds a modifier group, or puts a new value in place of the one with the same id; items follow a new name.</summary>
/// <param name="Seen">The revision the editor started from; null adds, or overwrites whatever is there.</param>
public sealed record SaveGroup(ModifierGroup Group, long? Seen) : MenuChange
{
    public override MenuVerdict Decide(RestaurantMenu menu)
    {
        var old = menu.ModifierGroups.FirstOrDefault(candidate => candidate.Id == Group.Id);
        if (Seen is not null && old is null)
            return Missing(menu, Group.Name);
        if (Seen is not null && old!.Revision != Seen)
            return Conflict(menu, old.Name);

        var tidy = Group with { Name = Group.Name.Trim(), Modifiers = [.. Group.Modifiers.Select(m => m with { Name = m.Name.Trim() })] };
        if (old is null)
            return Accept(menu with { ModifierGroups = [.. menu.ModifierGroups, tidy] }, $"added the modifier group {tidy.Name}");

        var changed = menu with { ModifierGroups = [.. menu.ModifierGroups.Select(group => group.Id == tidy.Id ? tidy : group)] };
        return Accept(old.Name == tidy.Name ? changed : Rename(changed, old.Name, tidy.Name), $"changed the modifier group {old.Name}");
    }

    private static RestaurantMenu Rename(RestaurantMenu menu, string from, string to) => menu.Map(item => item.ModifierGroups.Contains(from)
        ? item with { ModifierGroups = [.. item.ModifierGroups.Select(name => name == from ? to : name)] }
        : item);
}
