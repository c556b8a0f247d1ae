using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Messages;

namespace Restaurant.Infrastructure.Notifications;

internal sealed class OutboxStore(IDbContextFactory<RestaurantDb> databases, TimeProvider clock) : IOutbox
{
    public string Holder => LeaseHolder.This;

    public async Task<OutboxClaim> ClaimAsync(Room room, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        while (true)
        {
            var now = clock.GetUtcNow();
            var head = await Waiting(database, room).AsNoTracking()
                .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
            if (head is null)
                return new(null);
            var left = head.LeaseOwner is { } holder && (holder == owner || LeaseHolder.IsGone(holder)) ? holder : null;
            if (head.LeaseUntil > now && left is null)
                return new(null, head.LeaseUntil);
            if (head.DueAt > now)
                return new(null, head.DueAt);

            // The condition is tested again under the row's lock: of two nodes that saw the same head, one changes it, the other changes nothing.
            var until = now + lease;
            var taken = await Waiting(database, room)
                .Where(row => row.Id == head.Id && (row.LeaseUntil == null || row.LeaseUntil <= now || row.LeaseOwner == left) && row.DueAt <= now)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(r => r.LeaseOwner, owner).SetProperty(r => r.LeaseUntil, until), cancellationToken);
            if (taken == 1)
            {
                (head.LeaseOwner, head.LeaseUntil) = (owner, until);
                return new(head);
            }
        }
    }

    public async Task SettleAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Outbox
            .Where(stored => stored.Id == row.Id && stored.LeaseOwner == row.LeaseOwner)
            .ExecuteUpdateAsync(
                stored => stored
                    .SetProperty(r => r.Status, row.Status)
                    .SetProperty(r => r.Attempts, row.Attempts)
                    .SetProperty(r => r.Error, row.Error)
                    .SetProperty(r => r.DueAt, row.DueAt)
                    .SetProperty(r => r.SentAt, row.SentAt)
                    .SetProperty(r => r.LeaseOwner, (string?)null)
                    .SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null),
                cancellationToken);
    }

    public async Task<int> SetAsideAsync(Room room, string? why, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await Waiting(database, room)
            .Where(row => row.CreatedAt <= until)
            .Where(row => row.LeaseUntil == null || row.LeaseUntil <= now)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.Status, OutboxStatus.NotConfigured)
                    .SetProperty(r => r.Error, why)
                    .SetProperty(r => r.LeaseOwner, (string?)null)
                    .SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null),
                cancellationToken);
    }

    public async Task TakeUpAsync(Room room, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Outbox
            .Where(row => row.Room == room && row.Status == OutboxStatus.NotConfigured && row.CreatedAt > since)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Status, OutboxStatus.Waiting), cancellationToken);
    }

    private static IQueryable<OutboxMessage> Waiting(RestaurantDb database, Room room) =>
        database.Outbox.Where(row => row.Room == room && row.Status == OutboxStatus.Waiting);
}
