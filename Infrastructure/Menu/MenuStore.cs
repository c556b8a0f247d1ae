using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Menu;

internal sealed class MenuStore(IDbContextFactory<RestaurantDb> databases, ChangeFeed changes, TimeProvider clock) : IMenuStore
{
    public async Task<RestaurantMenu> LoadAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        // The version is read first: if a change comes in between, the version is the older one and the next check loads again.
        return await MenuTables.ReadAsync(database, cancellationToken);
    }

    public async Task<long> VersionAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Set<MenuHead>().Select(head => head.Version).SingleAsync(cancellationToken);
    }

    public async Task<MenuVerdict> ChangeAsync(MenuChange change, string who, string? why, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);

        // Raising the version first takes the lock: from here to the commit nobody else decides on this menu.
        await database.Set<MenuHead>()
            .ExecuteUpdateAsync(head => head.SetProperty(h => h.Version, h => h.Version + 1), cancellationToken);
        var raised = await MenuTables.ReadAsync(database, cancellationToken);
        var menu = raised with { Version = raised.Version - 1 };

        var verdict = change.Decide(menu);
        if (verdict.Outcome != MenuOutcome.Saved)
            return verdict;
        var differences = MenuDifference.Between(menu, verdict.Menu);
        if (differences.Count == 0)
            return verdict with { Outcome = MenuOutcome.Unchanged, Menu = menu };

        var entry = MenuHistory.Entry(differences, verdict.Sentence, who, why, clock.GetUtcNow());
        var saved = await MenuTables.WriteAsync(database, menu, verdict.Menu, raised.Version, cancellationToken);
        database.Audit.Add(entry);
        database.Events.Add(new LiveEvent(0, Topic.Menu, differences[0].Id.ToString(), $"{who} {verdict.Sentence}", entry.At));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        changes.Publish(Topic.Menu);
        return verdict with { Menu = saved, Entry = entry.Id };
    }

    public async Task<Page<MenuHistoryEntry>> HistoryAsync(Guid? subject, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await MenuHistory.PageAsync(database, subject, skip, take, cancellationToken);
    }

    public async Task<MenuVerdict> UndoAsync(Guid entry, string who, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await MenuHistory.FindAsync(database, entry, cancellationToken) is { } found
            ? await ChangeAsync(new UndoChange(found), who, null, cancellationToken)
            : new(MenuOutcome.Missing, await LoadAsync(cancellationToken), "", [new("", "There is no such change in the menu's history.")]);
    }
}
