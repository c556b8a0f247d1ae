using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Filing;

/// <summary>Keeps the list in memory, because the pump asks once a message, and reads it again when it has changed.</summary>
internal sealed partial class MutedSenders(
    IDbContextFactory<RestaurantDb> databases, ChangeFeed changes, TimeProvider clock, ILogger<MutedSenders> logger)
    : BackgroundService, IMutedSenders
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(0.5);

    // For the signal of another node that got lost.
    private static readonly TimeSpan SafetyPace = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim reading = new(1);
    private volatile HashSet<(string, string)> muted = [];

    public bool IsMuted(string channel, string sender) => muted.Contains((channel, sender));

    public async Task<IReadOnlyList<MutedSender>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Set<MutedSender>().AsNoTracking().OrderBy(sender => sender.Sender).ToListAsync(cancellationToken);
    }

    public async Task MuteAsync(string channel, string sender, string who, string? why, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Set<MutedSender>().AnyAsync(known => known.Channel == channel && known.Sender == sender, cancellationToken))
            return;
        var now = clock.GetUtcNow();
        database.Add(new MutedSender(channel, sender, who, now, why));
        database.Audit.Add(Entry($"muted {sender} on {channel}", channel, sender, who, why, now));
        await SaveAsync(database, cancellationToken);
    }

    public async Task UnmuteAsync(string channel, string sender, string who, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var known = await database.Set<MutedSender>()
            .SingleOrDefaultAsync(known => known.Channel == channel && known.Sender == sender, cancellationToken);
        if (known is null)
            return;
        database.Remove(known);
        database.Audit.Add(Entry($"unmuted {sender} on {channel}", channel, sender, who, null, clock.GetUtcNow()));
        await SaveAsync(database, cancellationToken);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in changes.WatchAsync(Topic.Filing, stoppingToken, Pace, SafetyPace))
            await TryRefreshAsync(stoppingToken);
    }

    private async Task TryRefreshAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RefreshAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.NotRead(logger, exception);
        }
    }

    private async Task SaveAsync(RestaurantDb database, CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            // Somebody else did the same at the same moment: theirs counts, and stands in the audit.
        }

        await RefreshAsync(cancellationToken);
        changes.Publish(Topic.Filing);
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        // One after the other: a list that was read before a sender was muted must not come in behind the newer one.
        await reading.WaitAsync(cancellationToken);
        try
        {
            var rows = await ListAsync(cancellationToken);
            muted = [.. rows.Select(row => (row.Channel, row.Sender))];
        }
        finally
        {
            reading.Release();
        }
    }

    public override void Dispose()
    {
        reading.Dispose();
        base.Dispose();
    }

    private static AuditEntry Entry(string what, string channel, string sender, string who, string? why, DateTimeOffset now)
    {
        var subject = $"filing/{channel}/{sender}";
        return new() { At = now, Who = who, What = what, Subject = subject.Length > 200 ? subject[..200] : subject, Why = why };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The list of muted senders could not be read; the last one known stays in use and the next try follows in seconds.")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
