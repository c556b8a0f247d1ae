using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

/// <summary>
/// How many messages match. Among many, the newest are counted each time and the rest stand for a while: counting a million takes as long as reading it,
/// and a page that follows what comes in asks five times a second. A new message counts at once; what a person decides about an old one, a little later.
/// </summary>
/// <param name="newest">So many of the newest numbers are counted each time.</param>
internal sealed class MessageCounts(IDbContextFactory<RestaurantDb> databases, TimeProvider clock, int newest = 10_000)
{
    // A twentieth of one processor at most.
    private const int Rest = 20;
    private const int MostKept = 64;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<MessageFilter, Counted> kept = [];

    public async Task<int> CountAsync(MessageFilter filter, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (filter.After is not null)
            return await database.Messages.Matching(filter).CountAsync(cancellationToken);
        var upTo = filter.UpTo ?? await database.Messages.MaxAsync(message => (long?)message.Number, cancellationToken) ?? 0;
        if (upTo <= newest)
            return await database.Messages.Matching(filter).CountAsync(cancellationToken);

        var kind = filter with { UpTo = null, OldestFirst = false };
        if (!kept.TryGetValue(kind, out var old) || old.Until <= clock.GetTimestamp() || old.UpTo > upTo || upTo - old.UpTo > 2L * newest)
        {
            old = await OldAsync(database, kind with { UpTo = upTo - newest }, cancellationToken);

            // Anybody may search for anything.
            if (kept.Count >= MostKept)
                kept.Clear();
            kept[kind] = old;
        }

        return old.Count + await database.Messages.Matching(filter with { After = old.UpTo }).CountAsync(cancellationToken);
    }

    private async Task<Counted> OldAsync(RestaurantDb database, MessageFilter filter, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var count = await database.Messages.Matching(filter).CountAsync(cancellationToken);
        var now = clock.GetTimestamp();
        var least = (long)(Least.TotalSeconds * clock.TimestampFrequency);
        return new(count, filter.UpTo!.Value, now + Math.Max(least, Rest * (now - start)));
    }

    private sealed record Counted(int Count, long UpTo, long Until);
}
