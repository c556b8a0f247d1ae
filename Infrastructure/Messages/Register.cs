using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Orders;

namespace Restaurant.Infrastructure.Messages;

internal sealed class Register(
    IDbContextFactory<RestaurantDb> databases, WriteGate gate, SilentRooms silent, ISettings settings, ChangeFeed changes, TimeProvider clock) : IRegister
{
    private static readonly RowSource<Registration> Firsts = new(
        new RowColumn<Registration, long>("num", one => one.Turn.First.Number),
        new RowColumn<Registration, string>("intent", one => one.Understood.Context.Guess!.Intent.ToString()),
        new RowColumn<Registration, string>("outcome", one => one.Outcome.ToString()),
        new RowColumn<Registration, double>("sure", one => one.Understood.Decision.Confidence),
        new RowColumn<Registration, string>("summary", one => one.Understood.Decision.Reason));

    private const string Which = "{which}";
    private const string Finish = """
        UPDATE messages AS m SET "Status" = 'Registered', "Intent" = r.intent, "Outcome" = r.outcome, "Confidence" = r.sure,
          "Summary" = r.summary, "ProcessedAt" = @now, "Error" = NULL, "LeaseOwner" = NULL, "LeaseUntil" = NULL
        FROM {rows} WHERE m."Number" = r.num AND m."Number" {which} AND m."LeaseOwner" = @owner
        RETURNING "Number"
        """;

    // Worth a plan that is kept: it costs them more than the work.
    private const int Few = 16;

    // Rows in the range for each row that is looked for.
    private const int WideRange = 50;
    private const string Together = "SET LOCAL enable_nestloop = off; ";
    private const string OneByOne = "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off; ";

    private static readonly RowSource<long> Followers = new(new RowColumn<long, long>("num", number => number));

    public async Task<int> AddAsync(string leaseOwner, IReadOnlyList<Registration> registrations, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = new RegistrationRows(settings.Current, now, registrations);
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (rows.OrderCount > 0 && database.IsPostgres)
                rows.Number(await DayNumbers.ReserveAsync(database, rows.Day, rows.OrderCount, cancellationToken));
            using var pass = await gate.EnterAsync(database, cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);

            // Checkpoint 1: from here to the commit the message rows are ours. Whose lease was lost is not among them.
            var ours = await FinishAsync(database, leaseOwner, registrations, now, cancellationToken);
            if (ours.Count < registrations.Count)
                rows = rows.Only(ours);

            // Late, because the day's row is locked from here to the commit.
            if (rows.OrderCount > 0 && !rows.IsNumbered)
                rows.Number(await DayNumbers.TakeAsync(database, rows.Day, rows.OrderCount, cancellationToken));
            foreach (var notice in rows.Outbox.Where(notice => silent.Contains(notice.Room)))
                notice.Status = OutboxStatus.NotConfigured;
            var inserts = new Inserts(database);
            inserts.Add(rows.Orders);
            inserts.Add(rows.Enquiries);
            inserts.Add(rows.Filed);
            inserts.Add(rows.Reviews);
            inserts.Add(rows.Runs);
            OutboxRows.AddTo(inserts, database, rows.Outbox);
            inserts.Add(rows.Events);
            await inserts.WriteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        // Checkpoint 2: committed. A crash here only delays the signal to the next look.
        changes.Publish(rows.Topics);
        foreach (var registration in rows.Registrations)
            Count(registration, now);
        return rows.Registrations.Count;
    }

    private static void Count(Registration registration, DateTimeOffset now)
    {
        var outcome = new KeyValuePair<string, object?>("outcome", registration.Outcome.ToString());
        Telemetry.MessagesRegistered.Add(registration.Turn.Messages.Count, outcome);
        Telemetry.RegisteringTime.Record((now - registration.Turn.First.ReceivedAt).TotalSeconds, outcome);
        using var activity = MessageTrace.Start("message.register", ActivityKind.Internal, registration.Turn.First.Number);
        activity?.SetStartTime(now.UtcDateTime).SetTag("outcome", registration.Outcome.ToString());
    }

    private static async Task<HashSet<long>> FinishAsync(
        RestaurantDb database, string owner, IReadOnlyList<Registration> registrations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ours = await (registrations.Count <= Few && database.IsPostgres
            ? Firsts.KeptAsync(
                database, Finish.Replace(Which, "= ANY (@numbers)", StringComparison.Ordinal), registrations,
                [("now", now), ("owner", owner), ("numbers", registrations.Select(one => one.Turn.First.Number).ToArray())], NumberOf, cancellationToken)
            : FinishManyAsync(database, owner, registrations, now, cancellationToken));

        var followers = registrations.SelectMany(one => one.Turn.Messages.Skip(1)).Select(message => message.Number).ToList();
        if (followers.Count > 0)
        {
            await Followers.QueryAsync(
                database,
                """
                UPDATE messages AS m SET "Status" = 'Merged', "ProcessedAt" = @now, "Error" = NULL, "LeaseOwner" = NULL, "LeaseUntil" = NULL
                FROM {rows} WHERE m."Number" = r.num AND m."LeaseOwner" = @owner
                RETURNING "Number"
                """,
                followers, [("now", now), ("owner", owner)], NumberOf, cancellationToken);
        }

        return [.. ours];
    }

    private static Task<List<long>> FinishManyAsync(
        RestaurantDb database, string owner, IReadOnlyList<Registration> registrations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // PostgreSQL cannot know how many rows an owner has: it would guess one, and compare each of a thousand rows with each of a thousand numbers.
        // So the rows are looked up by the range of their numbers, and joined by hash; where that range is wide, one by one.
        var (least, most) = (registrations.Min(one => one.Turn.First.Number), registrations.Max(one => one.Turn.First.Number));
        var join = most - least <= WideRange * (long)registrations.Count ? Together : OneByOne;
        return Firsts.QueryAsync(
            database, (database.IsPostgres ? join : "") + Finish.Replace(Which, "BETWEEN @least AND @most", StringComparison.Ordinal), registrations,
            [("now", now), ("owner", owner), ("least", least), ("most", most)], NumberOf, cancellationToken);
    }

    private static long NumberOf(DbDataReader reader) => reader.GetInt64(0);
}
