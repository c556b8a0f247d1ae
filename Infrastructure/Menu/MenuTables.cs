using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Menu;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Menu;

/// <summary>The menu as rows: read whole, written only where it changed.</summary>
internal static class MenuTables
{
    public static async Task<RestaurantMenu> ReadAsync(RestaurantDb database, CancellationToken cancellationToken)
    {
        var head = await database.Set<MenuHead>().AsNoTracking().SingleAsync(cancellationToken);
        var categories = await database.Set<CategoryRow>().AsNoTracking().OrderBy(row => row.Place).ToListAsync(cancellationToken);
        var groups = await database.Set<ModifierGroup>().AsNoTracking()
            .OrderBy(group => EF.Property<int>(group, MenuColumns.Place)).ToListAsync(cancellationToken);
        var items = await database.Set<MenuItem>().AsNoTracking()
            .OrderBy(item => EF.Property<int>(item, MenuColumns.Place))
            .Select(item => new { Item = item, CategoryId = EF.Property<Guid>(item, MenuColumns.CategoryId) })
            .ToListAsync(cancellationToken);

        var shelves = items.ToLookup(row => row.CategoryId, row => row.Item);
        return new(
            head.Restaurant,
            [.. categories.Select(row => new MenuCategory(row.Name, row.Kind, [.. shelves[row.Id]]) { Id = row.Id, Revision = row.Revision })],
            groups,
            head.Version);
    }

    /// <summary>Writes in the caller's transaction; what changed carries the new version as its revision.</summary>
    public static async Task<RestaurantMenu> WriteAsync(
        RestaurantDb database, RestaurantMenu before, RestaurantMenu after, long version, CancellationToken cancellationToken)
    {
        var (old, wanted) = (MenuSnapshot.Of(before), MenuSnapshot.Of(after));
        var changed = MenuDifference.Between(before, after).Select(difference => (difference.Kind, difference.Id)).ToHashSet();
        var saved = Stamp(after, changed, version);

        await database.Set<MenuHead>().ExecuteUpdateAsync(head => head.SetProperty(h => h.Restaurant, saved.Restaurant), cancellationToken);
        foreach (var (place, category) in saved.Categories.Index())
        {
            Put(database, old, wanted, ("category", category.Id), Row(category, place));
            foreach (var (at, item) in category.Items.Index())
                Put(database, old, wanted, ("item", item.Id), item, (MenuColumns.Place, at), (MenuColumns.CategoryId, category.Id));
        }

        foreach (var (place, group) in saved.ModifierGroups.Index())
            Put(database, old, wanted, ("group", group.Id), group, (MenuColumns.Place, place));
        await database.SaveChangesAsync(cancellationToken);

        // Removed last, and items before the categories they stood in.
        var gone = old.Keys.Except(wanted.Keys).ToList();
        var items = Ids(gone, "item");
        await database.Set<MenuItem>().Where(item => items.Contains(item.Id)).ExecuteDeleteAsync(cancellationToken);
        var groups = Ids(gone, "group");
        await database.Set<ModifierGroup>().Where(group => groups.Contains(group.Id)).ExecuteDeleteAsync(cancellationToken);
        var categories = Ids(gone, "category");
        await database.Set<CategoryRow>().Where(category => categories.Contains(category.Id)).ExecuteDeleteAsync(cancellationToken);
        return saved;
    }

    private static RestaurantMenu Stamp(RestaurantMenu menu, HashSet<(string, Guid)> changed, long version) => menu with
    {
        Version = version,
        ModifierGroups = [.. menu.ModifierGroups.Select(group =>
            changed.Contains(("group", group.Id)) ? group with { Revision = version } : group)],
        Categories = [.. menu.Categories.Select(category => category with
        {
            Revision = changed.Contains(("category", category.Id)) ? version : category.Revision,
            Items = [.. category.Items.Select(item => changed.Contains(("item", item.Id)) ? item with { Revision = version } : item)],
        })],
    };

    private static void Put<T>(
        RestaurantDb database,
        Dictionary<(string Kind, Guid Id), JsonObject> old,
        Dictionary<(string Kind, Guid Id), JsonObject> wanted,
        (string Kind, Guid Id) key,
        T row,
        params (string Column, object Value)[] columns)
        where T : class
    {
        var there = old.TryGetValue(key, out var was);
        if (there && JsonNode.DeepEquals(was, wanted[key]))
            return;

        var entry = database.Entry(row);
        foreach (var (column, value) in columns)
            entry.Property(column).CurrentValue = value;
        entry.State = there ? EntityState.Modified : EntityState.Added;
    }

    private static CategoryRow Row(MenuCategory category, int place) => new()
    {
        Id = category.Id,
        Name = category.Name,
        Kind = category.Kind,
        Revision = category.Revision,
        Place = place,
    };

    private static List<Guid> Ids(List<(string Kind, Guid Id)> keys, string kind) =>
        [.. keys.Where(key => key.Kind == kind).Select(key => key.Id)];
}
