using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Messages;

namespace Restaurant.Infrastructure.Shared;

internal sealed class PendingTimes(IDbContextFactory<RestaurantDb> databases, WriteGate gate, TimeProvider clock) : IPendingTimes
{
    // Longer than any turn, wait between attempts or lease.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    // Who holds a lease and lives goes on under it; who does not is found out as always.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    public async Task<int> BringBackAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        var now = clock.GetUtcNow();
        var (ahead, until) = (now + Longest, (DateTimeOffset?)(now + Lease));
        var messages = database.Pending;
        var notices = database.Outbox.Where(notice => notice.Status == OutboxStatus.Waiting);
        return await messages.Where(message => message.DueAt > ahead)
                .ExecuteUpdateAsync(message => message.SetProperty(m => m.DueAt, now), cancellationToken)
            + await messages.Where(message => message.LeaseUntil > ahead)
                .ExecuteUpdateAsync(message => message.SetProperty(m => m.LeaseUntil, until), cancellationToken)
            + await notices.Where(notice => notice.DueAt > ahead)
                .ExecuteUpdateAsync(notice => notice.SetProperty(n => n.DueAt, now), cancellationToken)
            + await notices.Where(notice => notice.LeaseUntil > ahead)
                .ExecuteUpdateAsync(notice => notice.SetProperty(n => n.LeaseUntil, until), cancellationToken);
    }
}
