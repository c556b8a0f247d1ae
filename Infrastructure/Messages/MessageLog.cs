using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

internal sealed class MessageLog(IDbContextFactory<RestaurantDb> databases, MessageCounts counts, WaitingMessages waiting, TimeProvider clock) : IMessageLog
{
    private const int FigureRuns = 500;

    public async Task<IReadOnlyList<CustomerMessage>> PageAsync(MessageFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Page(database, filter, skip, take).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<MessageRow>> RowsAsync(MessageFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var messages = await Page(database, filter, skip, take).ToListAsync(cancellationToken);
        var numbers = messages.Select(message => message.Number).ToList();
        var runs = await database.Runs.AsNoTracking().Where(run => numbers.Contains(run.MessageNumber)).ToListAsync(cancellationToken);
        var newest = runs.GroupBy(run => run.MessageNumber).ToDictionary(group => group.Key, group => group.MaxBy(run => run.StartedAt));
        return [.. messages.Select(message => new MessageRow(message, newest.GetValueOrDefault(message.Number)))];
    }

    public Task<int> CountAsync(MessageFilter filter, CancellationToken cancellationToken) => counts.CountAsync(filter, cancellationToken);

    public async Task<MessageDetail?> FindAsync(long number, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var message = await database.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Number == number, cancellationToken);
        if (message is null)
            return null;

        // What came of a turn stands with its first message.
        var first = message.TurnNumber ?? number;
        var runs = await database.Runs.AsNoTracking().Where(run => run.MessageNumber == first).ToListAsync(cancellationToken);
        var turn = await database.Messages.AsNoTracking()
            .Where(m => m.Sender == message.Sender && m.Number >= first && (m.Number == first || m.TurnNumber == first))
            .OrderBy(m => m.Number).ToListAsync(cancellationToken);
        return new(message, [.. runs.OrderByDescending(run => run.StartedAt)], turn.Count > 1 ? turn : []);
    }

    public async Task<long> NewestAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Messages.MaxAsync(message => (long?)message.Number, cancellationToken) ?? 0;
    }

    // From one channel to the next: neither database skips by itself what is alike in an index, and reading all of it takes as long as there are messages.
    public async Task<IReadOnlyList<string>> ChannelsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<string>($"""
            WITH RECURSIVE channel(name) AS (
                SELECT MIN("Channel") FROM messages
                UNION ALL
                SELECT (SELECT MIN("Channel") FROM messages WHERE "Channel" > channel.name) FROM channel WHERE channel.name IS NOT NULL)
            SELECT name AS "Value" FROM channel WHERE name IS NOT NULL
            """).ToListAsync(cancellationToken);
    }

    public async Task<LiveFigures> FiguresAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var minuteAgo = clock.GetUtcNow().AddMinutes(-1);
        var times = await database.Runs.OrderByDescending(run => run.Id).Take(FigureRuns)
            .Where(run => run.Outcome != RunOutcome.Failed).Select(run => run.Microseconds).ToListAsync(cancellationToken);
        times.Sort();
        return new(
            await database.Messages.CountAsync(message => message.ReceivedAt > minuteAgo, cancellationToken),
            await waiting.CountAsync(cancellationToken),
            Share(times, 0.50),
            Share(times, 0.95),
            await database.Messages.CountAsync(message => message.Error != null && message.Status == MessageStatus.DeadLettered, cancellationToken),
            await database.Pending.OrderBy(message => message.Number).Select(message => (DateTimeOffset?)message.ReceivedAt)
                .FirstOrDefaultAsync(cancellationToken));
    }

    // The nearest rank: the smallest value that at least this share of all values does not exceed.
    private static long? Share(List<long> sorted, double share) =>
        sorted.Count == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * share) - 1)];

    private static IQueryable<CustomerMessage> Page(RestaurantDb database, MessageFilter filter, int skip, int take)
    {
        var matching = database.Messages.AsNoTracking().Matching(filter);
        var ordered = filter.OldestFirst ? matching.OrderBy(message => message.Number) : matching.OrderByDescending(message => message.Number);
        return ordered.Skip(skip).Take(take);
    }
}
