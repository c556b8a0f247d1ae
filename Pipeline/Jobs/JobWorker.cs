using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;
using Restaurant.Domain.Live;
using Restaurant.Pipeline.Live;

namespace Restaurant.Pipeline.Jobs;

/// <summary>Begins what is due, at once when signalled, keeps its leases while it works, and hands its results to be written. One on each node.</summary>
internal sealed partial class JobWorker(
    IJobQueue queue, JobCatalog catalog, AttemptMaker maker, Settler settler, ResourceGate gate, NodeSigns signs, ChangeFeed changes, Heartbeats heartbeats,
    WorkerSettings settings, TimeProvider clock, ILogger<JobWorker> logger) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);
    private const double Quick = 10;
    private readonly ConcurrentDictionary<Guid, RunUnderWay> underWay = [];
    private readonly Bell bell = new();
    private readonly SemaphoreSlim places = new(settings.Places);
    private readonly string instance = Guid.NewGuid().ToString("N")[..8];
    private long claims;
    private double usualMilliseconds = 100;

    public int Running => underWay.Count;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var end = new CancellationTokenSource();
        var settling = settler.RunAsync(end.Token);
        var beating = BeatAsync(end.Token);
        var showing = ShowAsync(end.Token);
        try
        {
            await Task.WhenAll(ListenAsync(stoppingToken), ClaimAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await FinishAsync(settling);
        }

        await end.CancelAsync();
        await Task.WhenAll(settling, beating, showing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in changes.WatchAsync(Topic.Jobs, stoppingToken, TimeSpan.Zero))
            bell.Ring();
    }

    private async Task ClaimAsync(CancellationToken stoppingToken)
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
                var wait = await BeginAsync(stoppingToken);
                heartbeats.Mark("job worker", Silence);
                if (wait > TimeSpan.Zero)
                    await bell.WaitAsync(wait, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CannotClaim(logger, exception);
                await Task.Delay(AfterTrouble, clock, stoppingToken);
            }
        }
    }

    // Returns how long to wait when there is nothing to begin.
    private async Task<TimeSpan> BeginAsync(CancellationToken stoppingToken)
    {
        var free = settings.Places + Ahead - underWay.Count;
        if (free <= 0)
            return settings.SafetyPace; // a run that ends wakes us
        if (settler.IsFull)
            return Breath;
        var claim = await queue.ClaimAsync($"{queue.Holder}/{instance}/{++claims}", free, settings.Lease, gate.Hold(), stoppingToken, [.. underWay.Keys, .. settler.Unwritten]);
        foreach (var run in claim.Runs)
            Begin(run);
        if (claim.Runs.Count > 0)
            return TimeSpan.Zero;
        var untilDue = claim.NextDue - clock.GetUtcNow() ?? settings.SafetyPace;
        return untilDue < settings.SafetyPace && untilDue > TimeSpan.Zero ? untilDue : settings.SafetyPace;
    }

    private void Begin(JobRun run)
    {
        var attempt = new RunUnderWay(run, catalog.Find(run.JobKey)!, clock);
        underWay[run.Id] = attempt;
        _ = Task.Run(() => MakeAsync(attempt), CancellationToken.None);
    }

    private async Task MakeAsync(RunUnderWay attempt)
    {
        using (attempt)
        {
            await places.WaitAsync();
            try
            {
                if (await maker.MakeAsync(attempt) is { } result)
                    Settle(result);
                else if (attempt.Reason == StopReason.Shutdown)
                    return; // stays in the list: it is given back
            }
            finally
            {
                places.Release();
            }
        }

        underWay.TryRemove(attempt.RunId, out _);
        if (underWay.Count <= (settings.Places + Ahead) / 2)
            bell.Ring();
    }

    // While runs are over in no time, a claim is what costs: then more are claimed than there are places, and wait here for a moment.
    private int Ahead => Volatile.Read(ref usualMilliseconds) < Quick ? 7 * settings.Places : 0;

    private void Settle(AttemptResult result)
    {
        // Of many threads' averages one gets lost now and then, which changes nothing.
        Volatile.Write(ref usualMilliseconds, (0.9 * Volatile.Read(ref usualMilliseconds)) + (0.1 * result.Milliseconds));
        settler.Add(result);
    }

    private async Task BeatAsync(CancellationToken end)
    {
        var written = new Dictionary<Guid, long>();
        while (true)
        {
            await Task.Delay(settings.Beat, clock, end);
            try
            {
                await RenewAsync(written, end);
            }
            catch (Exception exception) when (!end.IsCancellationRequested)
            {
                // The lease is longer than a few beats: the next one may still keep it.
                Log.CannotRenew(logger, exception);
            }
        }
    }

    // Apart from the beat: what is slow here must cost no lease.
    private async Task ShowAsync(CancellationToken end)
    {
        while (true)
        {
            await Task.Delay(settings.Beat, clock, end);
            try
            {
                await signs.GiveAsync(underWay.Count, end);
            }
            catch (Exception exception) when (!end.IsCancellationRequested)
            {
                Log.CannotShow(logger, exception);
            }
        }
    }

    // A run is written when it has news, and often enough to keep its lease. Requests to stop come back with it.
    private async Task RenewAsync(Dictionary<Guid, long> written, CancellationToken end)
    {
        var now = clock.GetTimestamp();
        var due = new List<(RunUnderWay Attempt, RunBeat Beat)>();
        var news = false;
        foreach (var attempt in underWay.Values)
        {
            var last = written.GetValueOrDefault(attempt.RunId);
            var (beat, hasNews) = attempt.Take();
            if (hasNews || last == 0 || clock.GetElapsedTime(last, now) >= settings.SafetyPace)
                due.Add((attempt, beat));
            news |= hasNews;
        }

        foreach (var gone in written.Keys.Where(id => !underWay.ContainsKey(id)).ToList())
            written.Remove(gone);
        if (due.Count == 0)
            return;
        IReadOnlyDictionary<Guid, string?> kept;
        try
        {
            kept = await queue.RenewAsync([.. due.Select(one => one.Beat)], settings.Lease, end);
        }
        catch
        {
            foreach (var (attempt, beat) in due)
                attempt.PutBack(beat);
            throw;
        }

        foreach (var (attempt, _) in due)
        {
            written[attempt.RunId] = now;
            if (!kept.TryGetValue(attempt.RunId, out var cancelledBy))
                attempt.Stop(StopReason.LeaseLost, TimeSpan.Zero);
            else if (cancelledBy is not null)
                attempt.Stop(StopReason.Person, settings.StopGrace);
        }

        if (news)
            changes.Publish(Topic.Jobs);
    }

    // The node stops: what can end in a moment ends, the rest is given back unharmed.
    private async Task FinishAsync(Task settling)
    {
        var until = clock.GetTimestamp();
        while (!underWay.IsEmpty && clock.GetElapsedTime(until) < settings.ShutdownGrace)
            await bell.WaitAsync(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        foreach (var attempt in underWay.Values)
            attempt.Stop(StopReason.Shutdown, TimeSpan.Zero);
        if (!underWay.IsEmpty)
            await queue.ReleaseAsync([.. underWay.Values.Select(attempt => attempt.Take().Beat)], CancellationToken.None);
        settler.Complete();
        await Task.WhenAny(settling, Task.Delay(settings.ShutdownGrace, clock));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The queue of jobs cannot be read; it is tried again in a second.")]
        public static partial void CannotClaim(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Warning, "This node could not show that it lives; it is tried again at once.")]
        public static partial void CannotShow(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Error, "The leases of running jobs could not be renewed.")]
        public static partial void CannotRenew(ILogger logger, Exception exception);
    }
}
