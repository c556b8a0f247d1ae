using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Live;

/// <summary>
/// On PostgreSQL a lower sequence may be committed after a higher one, so "everything after 17" could skip 16 for ever. Each event
/// therefore carries its transaction's number, and only events of transactions before the oldest one still running are shown: nobody can
/// add to those any more. See docs/decisions/0052.
/// </summary>
internal sealed class LiveEvents(IDbContextFactory<RestaurantDb> databases) : ILiveEvents
{
    private const string Transaction = LiveEventConfiguration.Transaction;

    public async Task<LivePosition> NewestAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var horizon = database.OldestRunningTransaction();
        return await Places(database.Events.Where(live => EF.Property<long>(live, Transaction) < horizon.OrderBy(value => value).First()))
            .OrderByDescending(place => place.Transaction).ThenByDescending(place => place.Sequence)
            .Select(place => new LivePosition(place.Transaction, place.Sequence))
            .Cast<LivePosition?>().FirstOrDefaultAsync(cancellationToken) ?? LivePosition.Start;
    }

    public async Task<LiveStart> FindAsync(long sequence, CancellationToken cancellationToken)
    {
        if (sequence <= 0)
            return new(LivePosition.Start, false);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var place = await Places(database.Events.Where(live => live.Sequence == sequence)).SingleOrDefaultAsync(cancellationToken);

        // A listener only knows sequences it was given: one that is not there was trimmed, and perhaps others with it.
        return place is null ? new(LivePosition.Start, true) : new(new(place.Transaction, place.Sequence), false);
    }

    public async Task<LiveBatch> AfterAsync(LivePosition position, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var horizon = database.OldestRunningTransaction();
        var (transaction, sequence) = (position.Transaction, position.Sequence);
        var rows = await database.Events.AsNoTracking()
            .Where(live => EF.Property<long>(live, Transaction) >= transaction)
            .Where(live => EF.Property<long>(live, Transaction) > transaction || live.Sequence > sequence)
            .OrderBy(live => EF.Property<long>(live, Transaction)).ThenBy(live => live.Sequence)
            .Select(live => new { Transaction = EF.Property<long>(live, Transaction), Horizon = horizon.OrderBy(value => value).First(), Event = live })
            .Take(take).ToListAsync(cancellationToken);

        // What a transaction wrote that began before another one ended waits for that one.
        var shown = rows.TakeWhile(row => row.Transaction < row.Horizon).Select(row => new PlacedEvent(new(row.Transaction, row.Event.Sequence), row.Event)).ToList();
        return new(shown, rows.Count == take || shown.Count < rows.Count);
    }

    public async Task<int> TrimAsync(DateTimeOffset before, int keep, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var newest = await database.Events.MaxAsync(live => (long?)live.Sequence, cancellationToken) ?? 0;

        // The newest stays whatever its age: listeners that saw it last have then missed nothing.
        return await database.Events
            .Where(live => live.Sequence < newest && (live.At < before || live.Sequence <= newest - keep))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<Place> Places(IQueryable<LiveEvent> events) =>
        events.Select(live => new Place { Transaction = EF.Property<long>(live, Transaction), Sequence = live.Sequence });

    private sealed class Place
    {
        public long Transaction { get; init; }
        public long Sequence { get; init; }
    }
}
