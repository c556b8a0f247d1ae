using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Pipeline.Live;

namespace Restaurant.Pipeline.Messages;

/// <summary>
/// Takes what this node stored from its lane, claims what waits in the table when signalled and at a slow pace, and hands it in batches to be
/// understood and registered. Any number of pumps may run on one inbox.
/// </summary>
public sealed partial class MessagePump(
    IMessageQueue queue, Lane lane, BatchWork work, IProcessorLoad load, ChangeFeed changes, Heartbeats heartbeats, PumpSettings settings, TimeProvider clock,
    ILogger<MessagePump> logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    // The guard against a late registration compares names, so no two claims of any node share one, and the lane has one of its own.
    private readonly string node = $"{queue.Holder}/{Guid.NewGuid().ToString("N")[..8]}";
    private readonly Bell bell = new();
    private readonly Lookout lookout = new(clock, settings);
    private long claims;
    private int underWay;
    private int backlog;
    private long countedAt;
    private int lastBatch;
    private long lastBatchAt;
    private PumpPace pace = PumpPace.For(0, 0, Environment.ProcessorCount);
    private string? problem;

    public PumpStatus Status => new(pace, backlog, Volatile.Read(ref underWay), work.Registered, work.Failed, problem);

    private string LaneOwner => $"{node}/lane";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Let the host go on starting; a database that does not answer must not hold it.
        await Task.Yield();
        lane.Filled += bell.Ring;
        try
        {
            await Task.WhenAll(ListenAsync(stoppingToken), PumpAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Batches under way are finished and the lane is worked off: their messages are neither lost nor left to a lease.
            lane.Close();
            while (Volatile.Read(ref underWay) > 0 || !lane.IsEmpty)
            {
                await bell.WaitAsync(settings.SafetyPace, CancellationToken.None);
                if (Volatile.Read(ref underWay) < settings.Batches)
                    TakeFromLane(stoppingToken);
            }
        }
        finally
        {
            lane.Filled -= bell.Ring;
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in changes.WatchAsync(Topic.Waiting, stoppingToken, TimeSpan.Zero))
        {
            lookout.Signalled();
            bell.Ring();
        }
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
                var wait = await NextAsync(stoppingToken);
                problem = null;
                heartbeats.Mark("message pump", Silence);
                if (wait > TimeSpan.Zero)
                    await bell.WaitAsync(wait, stoppingToken);
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
    private async Task<TimeSpan> NextAsync(CancellationToken stoppingToken)
    {
        if (Volatile.Read(ref underWay) >= settings.Batches)
            return settings.SafetyPace; // a batch that ends wakes us
        await SetPaceAsync(stoppingToken);
        if (lookout.IsTimeForOrphans)
            lookout.SawOrphans(await queue.AnyOrphansAsync(stoppingToken));
        if (lookout.SeesOrphans)
            return await WorkOnOrphansAsync(stoppingToken) ? TimeSpan.Zero : settings.SafetyPace;
        if (lookout.IsDue && await ClaimAsync(stoppingToken))
            return TimeSpan.Zero;
        var gathering = Gathering;
        if (gathering > TimeSpan.Zero)
            return gathering < lookout.Wait ? gathering : lookout.Wait;
        return TakeFromLane(stoppingToken) ? TimeSpan.Zero : lookout.Wait;
    }

    // Nothing else is under way meanwhile: should the process end again, the one at fault is among these, and in the end it is found alone.
    private async Task<bool> WorkOnOrphansAsync(CancellationToken stoppingToken)
    {
        lane.Close();
        if (Volatile.Read(ref underWay) > 0)
            return false;
        var owner = $"{node}/{++claims}";
        var orphans = await queue.ClaimOrphansAsync(owner, settings.Lease, stoppingToken);
        lookout.SawOrphans(orphans.Count > 0);
        if (Start(owner, orphans, stoppingToken, out var working))
            await working;
        return true;
    }

    private async Task<bool> ClaimAsync(CancellationToken stoppingToken)
    {
        var owner = $"{node}/{++claims}";
        lookout.Looks();
        var claim = await queue.ClaimAsync(owner, pace.BatchSize, settings.Lease, stoppingToken);
        lookout.Saw(claim);

        // As long as older messages wait in the table, new ones queue behind them.
        if (lookout.IsBehind)
            lane.Close();
        else
            lane.Open(LaneOwner, settings.Lease);
        return Start(owner, claim.Messages, stoppingToken, out _);
    }

    // Where messages come in a crowd, and while a batch is under way, the next one gathers.
    private TimeSpan Gathering => lane.Waiting >= PumpPace.WorthABatch || lane.Waiting == 0
        ? TimeSpan.Zero
        : PumpPace.GatherAfter(lastBatch) - clock.GetElapsedTime(lastBatchAt);

    private bool TakeFromLane(CancellationToken stoppingToken)
    {
        if (Volatile.Read(ref underWay) > 0 && lane.Waiting < PumpPace.WorthABatch)
            return false;
        var messages = lane.Take(PumpPace.LargestBatch, out var turnedBack);
        if (turnedBack.Count > 0)
            _ = Task.Run(() => TurnBackAsync(turnedBack), CancellationToken.None);
        if (messages.Count > 0)
            (lastBatch, lastBatchAt) = (messages.Count, clock.GetTimestamp());
        return Start(LaneOwner, messages, stoppingToken, out _);
    }

    // An earlier message of their sender waits in the table for its next attempt, and they behind it.
    private async Task TurnBackAsync(IReadOnlyList<CustomerMessage> messages)
    {
        try
        {
            await queue.ReleaseAsync(LaneOwner, [.. messages.Select(message => message.Number)], CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.NotTurnedBack(logger, exception, messages.Count);
        }
        finally
        {
            lane.Leave(messages.Count);
            bell.Ring();
        }
    }

    private bool Start(string owner, IReadOnlyList<CustomerMessage> messages, CancellationToken stoppingToken, out Task working)
    {
        working = Task.CompletedTask;
        if (messages.Count == 0)
            return false;
        Interlocked.Increment(ref underWay);
        working = Task.Run(() => WorkAsync(owner, messages, stoppingToken), CancellationToken.None);
        return true;
    }

    private async Task WorkAsync(string owner, IReadOnlyList<CustomerMessage> messages, CancellationToken stoppingToken)
    {
        var failed = messages;
        try
        {
            failed = await work.RunAsync(owner, messages, pace.Workers, stoppingToken);
        }
        catch (Exception exception)
        {
            // The lease runs out and the messages are claimed again.
            Log.BatchFailed(logger, exception, messages.Count);
        }
        finally
        {
            if (owner == LaneOwner)
                lane.Leave(messages, failed);
            Interlocked.Decrement(ref underWay);
            lookout.BatchEnded();
            bell.Ring();
        }
    }

    private async Task SetPaceAsync(CancellationToken stoppingToken)
    {
        if (countedAt != 0 && clock.GetElapsedTime(countedAt) < settings.SafetyPace / 4)
            return;
        backlog = await queue.BacklogAsync(PumpPace.Long, stoppingToken);
        Telemetry.MessagesBacklog.Record(backlog);
        countedAt = clock.GetTimestamp();
        pace = PumpPace.For(load.Busy, backlog, Environment.ProcessorCount);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The inbox cannot be read; the pump tries again in a second.")]
        public static partial void CannotClaim(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Error, "{Count} messages whose sender waits could not be given back; they are claimed when their lease is over.")]
        public static partial void NotTurnedBack(ILogger logger, Exception exception, int count);

        [LoggerMessage(LogLevel.Error, "A batch of {Count} messages could not be finished; they are claimed again when their lease is over.")]
        public static partial void BatchFailed(ILogger logger, Exception exception, int count);
    }
}
