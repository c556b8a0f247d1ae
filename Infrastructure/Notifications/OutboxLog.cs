using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Notifications;

internal sealed class OutboxLog(IDbContextFactory<RestaurantDb> databases, ChangeFeed changes, TimeProvider clock) : IOutboxLog
{
    public async Task<Page<OutboxMessage>> PageAsync(OutboxFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = Filtered(database, filter);
        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
            .Skip(skip).Take(take).AsNoTracking().ToListAsync(cancellationToken);
        return new(page, total);
    }

    public async Task<OutboxMessage?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Outbox.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
    }

    public async Task<OutboxFigures> FiguresAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var count = await CountAsync(database.Outbox, cancellationToken);
        return new(
            count(OutboxStatus.Waiting).Rows, count(OutboxStatus.NotConfigured).Rows, count(OutboxStatus.Sent).Rows, count(OutboxStatus.DeadLettered).Rows,
            count(OutboxStatus.Waiting).Oldest);
    }

    public async Task<OutboxBacklog> BacklogAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var count = await CountAsync(
            database.Outbox.Where(row => row.Status == OutboxStatus.Waiting || row.Status == OutboxStatus.DeadLettered), cancellationToken);
        return new(count(OutboxStatus.Waiting).Rows, count(OutboxStatus.DeadLettered).Rows, count(OutboxStatus.Waiting).Oldest);
    }

    public async Task<bool> RetryAsync(Guid id, string who, CancellationToken cancellationToken) =>
        await WakeAsync(
            rows => rows.Where(row => row.Id == id && row.Status != OutboxStatus.Sent), who, "sent a notice again", $"outbox/{id}", cancellationToken) > 0;

    public Task<int> RetryAllAsync(OutboxStatus status, Room? room, string who, CancellationToken cancellationToken)
    {
        if (status is not (OutboxStatus.DeadLettered or OutboxStatus.NotConfigured))
            throw new ArgumentException($"Only dead-lettered and not configured notices can be sent again, not {status}.", nameof(status));
        var which = status == OutboxStatus.DeadLettered ? "dead-lettered" : "set-aside";
        return WakeAsync(
            rows => rows.Where(row => row.Status == status && (room == null || row.Room == room)),
            who, $"sent all {which} notices of {room?.ToString() ?? "all rooms"} again", "outbox", cancellationToken);
    }

    private static async Task<Func<OutboxStatus, (int Rows, DateTimeOffset? Oldest)>> CountAsync(IQueryable<OutboxMessage> rows, CancellationToken cancellationToken)
    {
        var counts = await rows.GroupBy(row => row.Status)
            .Select(group => new { group.Key, Count = group.Count(), Oldest = group.Min(row => row.CreatedAt) })
            .ToDictionaryAsync(group => group.Key, cancellationToken);
        return status => counts.TryGetValue(status, out var group) ? (group.Count, group.Oldest) : (0, null);
    }

    private async Task<int> WakeAsync(
        Func<IQueryable<OutboxMessage>, IQueryable<OutboxMessage>> which, string who, string what, string subject, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();

        // A row that is being sent at this moment is left to who sends it.
        var woken = await which(database.Outbox)
            .Where(row => row.LeaseUntil == null || row.LeaseUntil <= now)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.Status, OutboxStatus.Waiting)
                    .SetProperty(r => r.Attempts, 0)
                    .SetProperty(r => r.DueAt, now),
                cancellationToken);
        if (woken == 0)
            return 0;
        database.Audit.Add(new AuditEntry { At = now, Who = who, What = $"{what} ({woken})", Subject = subject });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        changes.Publish(Topic.Outbox);
        return woken;
    }

    private static IQueryable<OutboxMessage> Filtered(RestaurantDb database, OutboxFilter filter)
    {
        IQueryable<OutboxMessage> rows = database.Outbox;
        if (filter.Room is { } room)
            rows = rows.Where(row => row.Room == room);
        if (filter.Status is { } status)
            rows = rows.Where(row => row.Status == status);
        return rows.Containing(filter.Search, row => row.Payload, row => row.Key);
    }
}
