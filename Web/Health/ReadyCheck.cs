using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Live;

namespace Restaurant.Web.Health;

/// <summary>Says in words whether this node can do its work, what is wrong, and what waits. Holds no secret: strangers may read it.</summary>
internal sealed partial class ReadyCheck(
    IDbContextFactory<RestaurantDb> databases, Outages outages, IOutboxLog outbox, IMessageLog messages, IOptions<InboxSettings> inbox, JobsReady jobs, Heartbeats heartbeats, SignalState signals, NodeRole role, IJobNodes nodes,
    TimeProvider clock, ILogger<ReadyCheck> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongInInbox = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongInOutbox = TimeSpan.FromMinutes(10);

    public async Task<ReadyReport> RunAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var parts = new List<ReadyPart> { await DatabaseAsync(patience.Token) };
        if (parts[0].State != ReadyState.Failing)
        {
            parts.Add(await TryAsync("inbox", InboxAsync, patience.Token));
            parts.Add(await TryAsync("outbox", OutboxAsync, patience.Token));
            parts.Add(await TryAsync("jobs", jobs.RunAsync, patience.Token));
        }

        parts.Add(role.Works || parts[0].State == ReadyState.Failing ? Workers() : await TryAsync("workers", OtherWorkersAsync, patience.Token));
        parts.Add(Signals());
        parts.AddRange((await jobs.AwayAsync(patience.Token)).Where(away => parts.TrueForAll(part => part.Part != away.Part)));
        return new(parts.Max(part => part.State), parts);
    }

    private async Task<ReadyPart> DatabaseAsync(CancellationToken cancellationToken) => await TryAsync(
        "database",
        async token =>
        {
            await using var database = await databases.CreateDbContextAsync(token);
            var missing = (await database.Database.GetPendingMigrationsAsync(token)).Count();
            var name = database.IsPostgres ? "PostgreSQL" : "SQLite";
            var unknown = (await database.UnknownMigrationsAsync(token)).Count;
            return (missing, unknown, outages.FullSince) switch
            {
                ( > 0, _, _) => (ReadyState.Failing, $"{Count(missing, "migration")} not applied. Restart this node: it applies them at start."),
                (_, > 0, _) => (ReadyState.Degraded, "The database was brought to a newer version of the program. Restart this node with that version."),
                (_, _, { } since) => (ReadyState.Degraded, $"{name}'s disk has been full for {Long(since)}: pages can be read, nothing new is taken. Make room there; work goes on by itself."),
                _ => (ReadyState.Ok, $"{name} answers and is up to date."),
            };
        },
        cancellationToken);

    private async Task<(ReadyState, string)> InboxAsync(CancellationToken cancellationToken)
    {
        var figures = await messages.FiguresAsync(cancellationToken);
        if (figures.Waiting >= inbox.Value.MostWaiting)
            return (ReadyState.Degraded, $"Full: {Count(figures.Waiting, "message")} waiting, new ones are refused. Is a worker running? Start another one, or raise Inbox:MostWaiting.");
        if (figures.OldestWaiting is { } oldest && clock.GetUtcNow() - oldest > LongInInbox)
            return (ReadyState.Degraded, $"{Count(figures.Waiting, "message")} waiting, the oldest for {Long(oldest)}.");
        return (ReadyState.Ok, figures.DeadLetters == 0
            ? $"{Count(figures.Waiting, "message")} waiting."
            : $"{Count(figures.Waiting, "message")} waiting, {figures.DeadLetters} given up: replay them in the Inbox.");
    }

    private async Task<(ReadyState, string)> OutboxAsync(CancellationToken cancellationToken)
    {
        var figures = await outbox.BacklogAsync(cancellationToken);
        if (figures.OldestWaiting is { } oldest && clock.GetUtcNow() - oldest > LongInOutbox)
            return (ReadyState.Degraded, $"{Count(figures.Waiting, "notice")} waiting, the oldest for {Long(oldest)}: is Discord reachable?");
        return (ReadyState.Ok, figures.DeadLettered == 0
            ? $"{Count(figures.Waiting, "notice")} waiting."
            : $"{Count(figures.Waiting, "notice")} waiting, {figures.DeadLettered} given up: retry them in the Outbox.");
    }

    private ReadyPart Workers() => heartbeats.Silent() is { Count: > 0 } silent
        ? new("workers", ReadyState.Degraded, string.Join(' ', silent.Select(part => $"The {part.Part} gave no sign of life for {Long(part.Since)}.")))
        : new("workers", ReadyState.Ok, "All are alive.");

    // A node that only serves has others work for it.
    private async Task<(ReadyState, string)> OtherWorkersAsync(CancellationToken cancellationToken)
    {
        var alive = (await nodes.ListAsync(cancellationToken)).Count(node => node.IsAlive(clock.GetUtcNow()));
        return alive > 0
            ? (ReadyState.Ok, $"{Count(alive, "node")} at work.")
            : (ReadyState.Degraded, "No node is at work: what comes in is kept and waits. Start one with --role worker.");
    }

    private ReadyPart Signals() => signals switch
    {
        { Problem: not null, Carrier: { } other } => new("signals", ReadyState.Degraded, $"Redis is away and is tried every second; {other} carries the signals until then."),
        { Problem: not null } => new("signals", ReadyState.Degraded, "The line to other nodes is down and is being reopened; changes are seen by the slow look until then."),
        { Carrier: null } => new("signals", ReadyState.Ok, "One node, nobody to signal to."),
        { Carrier: var carrier } => new("signals", ReadyState.Ok, $"Carried by {carrier}."),
    };

    private async Task<ReadyPart> TryAsync(string name, Func<CancellationToken, Task<(ReadyState State, string Sentence)>> look, CancellationToken cancellationToken)
    {
        try
        {
            // A database that froze does not even hear that it need not answer any more: who asks here gets an answer all the same.
            var (state, sentence) = await look(cancellationToken).WaitAsync(cancellationToken);
            return new(name, state, sentence);
        }
        catch (Exception exception)
        {
            // The exception's own words may hold a host or a user name: they go to the log, not to strangers.
            Log.Failed(logger, name, exception);
            return new(name, ReadyState.Failing, $"The {name} could not be read. The server's log says why.");
        }
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private string Long(DateTimeOffset since) => Long(clock.GetUtcNow() - since);

    private static string Long(TimeSpan time) => time.TotalMinutes < 2
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The readiness check of the {Part} failed.")]
        public static partial void Failed(ILogger logger, string part, Exception exception);
    }
}

/// <summary>Failing: send this node no work. Degraded: it works, and somebody should look.</summary>
public enum ReadyState
{
    Ok,
    Degraded,
    Failing,
}

public sealed record ReadyPart(string Part, ReadyState State, string Sentence);

public sealed record ReadyReport(ReadyState State, IReadOnlyList<ReadyPart> Parts);
