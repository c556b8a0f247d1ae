using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Notifications;

internal sealed class SentNotices(IDbContextFactory<RestaurantDb> databases, WriteGate gate) : ISentNotices
{
    public async Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        return await database.Outbox.Where(row => row.Status == OutboxStatus.Sent && row.CreatedAt < before)
            .OrderBy(row => row.CreatedAt).Take(most).ExecuteDeleteAsync(cancellationToken);
    }
}
