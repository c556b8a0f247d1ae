using Microsoft.EntityFrameworkCore;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

/// <summary>How many messages wait or are worked on. Where they are many, which takes time to count, the last count stands for a while.</summary>
internal sealed class WaitingMessages(IDbContextFactory<RestaurantDb> databases, TimeProvider clock)
{
    private const int Many = 10_000;

    // A twentieth of one processor at most.
    private const int Rest = 20;
    private volatile Counted? last;

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        if (last is { } known && clock.GetTimestamp() < known.Until)
            return known.Count;
        var start = clock.GetTimestamp();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var count = await QueueClaims.ReadAsync(database, int.MaxValue, front => front.CountAsync(cancellationToken), cancellationToken);
        var now = clock.GetTimestamp();
        last = count < Many ? null : new(count, now + (Rest * (now - start)));
        return count;
    }

    private sealed record Counted(int Count, long Until);
}
