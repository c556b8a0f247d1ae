using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;
using Restaurant.Pipeline.Live;
using Restaurant.Pipeline.Menu;

namespace Restaurant.Pipeline.Messages;

/// <summary>Understands a claimed batch and registers it in one transaction; what fails is tried alone, so that one bad message never stops its batch.</summary>
public sealed partial class BatchWork(
    MessageFlow flow, MenuCache menu, ISettings restaurant, IMutedSenders muted, IMessageQueue queue, IRegister register, IOutages outages,
    RunBoard board, PumpSettings settings, TimeProvider clock, ILogger<BatchWork> logger)
{
    // More than this at once nobody follows with their eyes, so their steps are not shown while they last.
    private const int MostShown = 32;
    private const int MostClaims = 3;
    private static readonly TimeSpan AfterOutage = TimeSpan.FromMilliseconds(500);
    private long registered;
    private long failed;
    private long done;

    public long Registered => Volatile.Read(ref registered);

    public long Failed => Volatile.Read(ref failed);

    /// <summary>Messages, not turns, that this node has ended work on, however it ended.</summary>
    public long Done => Volatile.Read(ref done);

    /// <returns>The messages that failed: one for each of their turns.</returns>
    public async Task<IReadOnlyList<CustomerMessage>> RunAsync(
        string owner, IReadOnlyList<CustomerMessage> messages, int workers, CancellationToken stoppingToken)
    {
        var failures = new List<CustomerMessage>();
        using var over = new CancellationTokenSource();
        var renewing = RenewAsync(owner, messages, over.Token);
        try
        {
            var turns = await WithoutDeadlyAsync(owner, Turn.Of(messages), stoppingToken);
            var understood = await UnderstandAsync(turns, workers, turns.Count <= MostShown);
            foreach (var (turn, run) in understood.Failures)
                await FailAsync(owner, turn, run, failures, stoppingToken);
            var ready = await WithoutHeldAsync(owner, understood.Registrations, failures, stoppingToken);
            if (ready.Count > 0)
                await RegisterAsync(owner, ready, failures, stoppingToken);
            return failures;
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
            Interlocked.Add(ref done, messages.Count);
        }
    }

    // It ended the process each time, and was alone in it the last time: nobody tries it again without a person's word.
    private async Task<IReadOnlyList<Turn>> WithoutDeadlyAsync(string owner, IReadOnlyList<Turn> turns, CancellationToken stoppingToken)
    {
        var deadly = turns.Where(turn => turn.First.Claims > MostClaims).ToList();
        foreach (var turn in deadly)
        {
            var run = new Run
            {
                MessageNumber = turn.First.Number,
                StartedAt = clock.GetUtcNow(),
                Outcome = RunOutcome.Failed,
                Error = $"The program ended {MostClaims} times while it worked on this message. Replay it when the cause is mended.",
            };
            Interlocked.Increment(ref failed);
            Log.Deadly(logger, run.MessageNumber, MostClaims);
            await ThroughOutagesAsync(() => queue.FailAsync(owner, turn, run, null, CancellationToken.None), stoppingToken);
        }

        return deadly.Count == 0 ? turns : [.. turns.Except(deadly)];
    }

    private async Task<(List<Registration> Registrations, List<(Turn, Run)> Failures)> UnderstandAsync(IReadOnlyList<Turn> turns, int workers, bool shown)
    {
        var results = new (Registration? Registration, Run Run)[turns.Count];
        if (turns.Count == 1)
        {
            results[0] = await UnderstandAsync(turns[0], shown);
        }
        else
        {
            // One sender's turns one after the other, senders side by side.
            var senders = turns.Index().GroupBy(turn => (turn.Item.First.Channel, turn.Item.First.Sender));
            await Parallel.ForEachAsync(senders, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (sender, _) =>
            {
                foreach (var (at, turn) in sender)
                    results[at] = await UnderstandAsync(turn, shown);
            });
        }

        return (
            [.. results.Where(result => result.Registration is not null).Select(result => result.Registration!)],
            [.. results.Index().Where(result => result.Item.Registration is null).Select(result => (turns[result.Index], result.Item.Run))]);
    }

    private async ValueTask<(Registration? Registration, Run Run)> UnderstandAsync(Turn turn, bool shown)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        using var scope = Log.Run(logger, turn.First.Number, id);
        using var activity = MessageTrace.Start("message.understand", ActivityKind.Consumer, turn.First.Number);
        activity?.SetTag("run.id", id);
        using var progress = shown ? board.Begin(turn.First.Number) : null;
        var understood = await flow.UnderstandAsync(turn.Text, menu.Current, restaurant.Current, now, CancellationToken.None, progress);
        var run = RunOf(turn.First.Number, understood, now) with { Id = id, Text = turn.Messages.Count > 1 ? turn.Text : null };
        if (understood.Error is not null)
        {
            activity?.SetStatus(ActivityStatusCode.Error, understood.Error);
            return (null, run);
        }

        var outcome = muted.IsMuted(turn.First.Channel, turn.First.Sender) ? MessageOutcome.Muted : understood.Decision.Outcome;
        Telemetry.UnderstandingTime.Record(understood.Microseconds / 1_000_000.0, new KeyValuePair<string, object?>("outcome", outcome.ToString()));
        return (new(turn, understood, run, outcome), run);
    }

    internal static Run RunOf(long number, Understood understood, DateTimeOffset now) => new()
    {
        MessageNumber = number,
        StartedAt = now,
        Microseconds = understood.Microseconds,
        Outcome = understood.Error is not null ? RunOutcome.Failed
            : understood.Decision.Outcome == MessageOutcome.Review ? RunOutcome.HandedOver : RunOutcome.Succeeded,
        Steps = understood.Steps,
        Error = understood.Error,
    };

    private async Task RegisterAsync(
        string owner, IReadOnlyList<Registration> registrations, List<CustomerMessage> failures, CancellationToken stoppingToken)
    {
        try
        {
            await ThroughOutagesAsync(() => register.AddAsync(owner, registrations, CancellationToken.None), stoppingToken);
            Interlocked.Add(ref registered, registrations.Count);
        }
        catch (Exception exception) when (registrations.Count > 1 && !stoppingToken.IsCancellationRequested)
        {
            Log.OneByOne(logger, exception, registrations.Count);
            foreach (var registration in registrations)
            {
                if (await WithoutHeldAsync(owner, [registration], failures, stoppingToken) is { Count: > 0 } ready)
                    await RegisterAsync(owner, ready, failures, stoppingToken);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            var error = $"Could not be registered: {exception.GetBaseException().Message}";
            await FailAsync(owner, registrations[0].Turn, registrations[0].Run with { Outcome = RunOutcome.Failed, Error = error }, failures, stoppingToken);
        }
    }

    // What stands behind a failure of its sender goes back to the table, with no attempt counted, and waits for it there.
    private async Task<IReadOnlyList<Registration>> WithoutHeldAsync(
        string owner, IReadOnlyList<Registration> registrations, List<CustomerMessage> failures, CancellationToken stoppingToken)
    {
        if (failures.Count == 0)
            return registrations;
        var held = registrations.Where(one => failures.Any(failure =>
            (failure.Channel, failure.Sender) == (one.Turn.First.Channel, one.Turn.First.Sender) && failure.Number < one.Turn.First.Number)).ToList();
        if (held.Count == 0)
            return registrations;
        long[] numbers = [.. held.SelectMany(one => one.Turn.Messages).Select(message => message.Number)];
        await ThroughOutagesAsync(() => queue.ReleaseAsync(owner, numbers, CancellationToken.None), stoppingToken);
        return [.. registrations.Except(held)];
    }

    private async Task FailAsync(string owner, Turn turn, Run run, List<CustomerMessage> failures, CancellationToken stoppingToken)
    {
        failures.Add(turn.First);
        using var scope = Log.Run(logger, run.MessageNumber, run.Id);
        Interlocked.Increment(ref failed);
        var attempt = turn.First.Attempts;
        DateTimeOffset? dueAt = attempt < settings.Backoff.Count ? clock.GetUtcNow() + settings.Backoff[attempt] : null;
        Log.Failed(logger, run.MessageNumber, attempt + 1, run.Error);
        await ThroughOutagesAsync(() => queue.FailAsync(owner, turn, run, dueAt, CancellationToken.None), stoppingToken);
    }

    // A database that is away is nobody's fault: the batch waits for it, and no attempt is counted.
    private async Task ThroughOutagesAsync(Func<Task> act, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (Exception exception) when (outages.IsOutage(exception))
            {
                Log.Outage(logger, exception);
                await Task.Delay(AfterOutage, clock, stoppingToken);
            }
        }
    }

    private async Task RenewAsync(string owner, IReadOnlyList<CustomerMessage> messages, CancellationToken over)
    {
        var numbers = messages.Select(message => message.Number).ToList();
        while (true)
        {
            try
            {
                await Task.Delay(settings.Lease / 3, clock, over);
                await queue.RenewAsync(owner, numbers, settings.Lease, over);
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Without it the lease runs out, and the guard at registering holds.
                Log.NotRenewed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        private static readonly Func<ILogger, long, Guid, IDisposable?> RunScope =
            LoggerMessage.DefineScope<long, Guid>("Message {MessageNumber}, run {RunId}");

        public static IDisposable? Run(ILogger logger, long number, Guid run) => RunScope(logger, number, run);

        [LoggerMessage(LogLevel.Warning, "A batch of {Count} messages could not be registered together; each is tried alone.")]
        public static partial void OneByOne(ILogger logger, Exception exception, int count);

        [LoggerMessage(LogLevel.Warning, "Message {Number} failed at attempt {Attempt}: {Error}")]
        public static partial void Failed(ILogger logger, long number, int attempt, string? error);

        [LoggerMessage(LogLevel.Error, "Message {Number} was being worked on {Times} times when the program ended; it waits for a person now.")]
        public static partial void Deadly(ILogger logger, long number, int times);

        [LoggerMessage(LogLevel.Warning, "The database does not answer; the batch waits for it.")]
        public static partial void Outage(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Warning, "A lease could not be renewed.")]
        public static partial void NotRenewed(ILogger logger, Exception exception);
    }
}
