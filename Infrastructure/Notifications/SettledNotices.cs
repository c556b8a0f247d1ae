using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Notifications;

internal sealed class SettledNotices(IDbContextFactory<RestaurantDb> databases, WriteGate gate) : ISettledNotices
{
    public async Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);

        // One kind after the other: each lies in its index by age.
        foreach (var status in (OutboxStatus[])[OutboxStatus.Sent, OutboxStatus.NotConfigured])
        {
            var forgotten = await database.Outbox.Where(row => row.Status == status && row.CreatedAt < before)
                .OrderBy(row => row.CreatedAt).Take(most).ExecuteDeleteAsync(cancellationToken);
            if (forgotten > 0)
                return forgotten;
        }

        return 0;
    }
}
