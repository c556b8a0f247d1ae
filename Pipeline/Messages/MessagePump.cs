using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;

namespace Restaurant.Pipeline.Messages;

/// <summary>
/// Takes what waits in the inbox, at once when signalled and otherwise at a slow pace, and hands it in batches to be understood and
/// registered. Any number of pumps may run on one inbox.
/// </summary>
public sealed partial class MessagePump(
    IMessageQueue queue, BatchWork work, IProcessorLoad load, ChangeFeed changes, Heartbeats heartbeats, PumpSettings settings, TimeProvider clock,
    ILogger<MessagePump> logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    // The guard against a late registration compares names, so no two claims of any node share one.
    private readonly string node = $"{queue.Holder}/{Guid.NewGuid().ToString("N")[..8]}";
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long claims;
    private int underWay;
    private int backlog;
    private long countedAt;
    private PumpPace pace = PumpPace.For(0, 0, Environment.ProcessorCount);
    private string? problem;

    public PumpStatus Status => new(pace, backlog, Volatile.Read(ref underWay), work.Registered, work.Failed, problem);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Let the host go on starting; a database that does not answer must not hold it.
        await Task.Yield();
        try
        {
            await Task.WhenAll(ListenAsync(stoppingToken), PumpAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Batches under way are finished: their messages are neither lost nor left to a lease.
            while (Volatile.Read(ref underWay) > 0)
                await wake.Reader.ReadAsync(CancellationToken.None);
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in changes.WatchAsync(Topic.Messages, stoppingToken, TimeSpan.Zero))
            Wake();
    }

    private async Task PumpAsync(CancellationToken stoppingToken)
    {
        var recovered = false;
        while (true)
        {
            stoppingToken.ThrowIfCancellationRequested();
            try
            {
                if (!recovered)
                    await queue.RecoverAsync(stoppingToken);
                recovered = true;
                var wait = await ClaimAsync(stoppingToken);
                problem = null;
                heartbeats.Mark("message pump", Silence);
                if (wait > TimeSpan.Zero)
                    await WaitAsync(wait, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                problem = exception.Message;
                Log.CannotClaim(logger, exception);
                await Task.Delay(AfterTrouble, clock, stoppingToken);
            }
        }
    }

    // Returns how long to wait when there is nothing to do.
    private async Task<TimeSpan> ClaimAsync(CancellationToken stoppingToken)
    {
        if (Volatile.Read(ref underWay) >= settings.Batches)
            return settings.SafetyPace; // a batch that ends wakes us
        await SetPaceAsync(stoppingToken);

        var owner = $"{node}/{++claims}";
        var claim = await queue.ClaimAsync(owner, pace.BatchSize, settings.Lease, stoppingToken);
        if (claim.Messages.Count == 0)
            return Wait(claim.NextDue);

        Interlocked.Increment(ref underWay);
        _ = Task.Run(() => WorkAsync(owner, claim.Messages, stoppingToken), CancellationToken.None);
        return TimeSpan.Zero;
    }

    private async Task WorkAsync(string owner, IReadOnlyList<CustomerMessage> messages, CancellationToken stoppingToken)
    {
        try
        {
            await work.RunAsync(owner, messages, pace.Workers, stoppingToken);
        }
        catch (Exception exception)
        {
            // The lease runs out and the messages are claimed again.
            Log.BatchFailed(logger, exception, messages.Count);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
            Wake();
        }
    }

    private async Task SetPaceAsync(CancellationToken stoppingToken)
    {
        if (countedAt != 0 && clock.GetElapsedTime(countedAt) < settings.SafetyPace / 4)
            return;
        backlog = await queue.BacklogAsync(stoppingToken);
        Telemetry.MessagesBacklog.Record(backlog);
        countedAt = clock.GetTimestamp();
        pace = PumpPace.For(load.Busy, backlog, Environment.ProcessorCount);
    }

    private TimeSpan Wait(DateTimeOffset? nextDue)
    {
        var untilDue = nextDue - clock.GetUtcNow();
        var shortest = TimeSpan.FromMilliseconds(1);
        return untilDue is not { } due || due > settings.SafetyPace ? settings.SafetyPace : due < shortest ? shortest : due;
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(wait);
        try
        {
            await wake.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // Time for a look although nobody signalled.
        }
    }

    private void Wake() => wake.Writer.TryWrite(true);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The inbox cannot be read; the pump tries again in a second.")]
        public static partial void CannotClaim(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Error, "A batch of {Count} messages could not be finished; they are claimed again when their lease is over.")]
        public static partial void BatchFailed(ILogger logger, Exception exception, int count);
    }
}
