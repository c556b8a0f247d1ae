using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

internal sealed class MessageQueue(IDbContextFactory<RestaurantDb> databases, WriteGate gate, ChangeFeed changes, TimeProvider clock) : IMessageQueue
{
    // Claims wait for each other: two nodes that look at the same moment would each take one message of the same sender.
    // Losing a claim in a crash costs nothing, so its commit does not wait for the disk. Every look at a sender is a look into an index,
    // whatever the planner thinks of a table that grew since it last looked.
    private const string ClaimAlone = """
        SET LOCAL synchronous_commit = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off;
        SELECT pg_advisory_xact_lock(5417001);
        """;

    // A turn is claimed by its first message. One whose first message is done already stands alone. Orphans go before what follows them.
    private const string ClaimFirsts = """
        WITH due AS MATERIALIZED (
            SELECT m."Number" FROM messages AS m
            WHERE m."ProcessedAt" IS NULL AND m."DueAt" <= {0} AND (m."LeaseUntil" IS NULL OR m."LeaseUntil" <= {0})
              AND m."Claims" /*claims*/
              AND (m."TurnNumber" IS NULL OR NOT EXISTS (
                SELECT 1 FROM messages AS f WHERE f."Number" = m."TurnNumber" AND f."ProcessedAt" IS NULL))
              AND NOT EXISTS (
                SELECT 1 FROM messages AS e
                WHERE e."ProcessedAt" IS NULL AND e."Sender" = m."Sender" AND e."Channel" = m."Channel"
                  AND (e."LeaseUntil" > {0} OR (e."Number" < m."Number" AND (e."DueAt" > {0} OR e."Claims" > 0))))
            ORDER BY m."Number" LIMIT {1} /*lock*/)
        UPDATE messages AS m SET "Status" = 'Processing', "LeaseOwner" = {2}, "LeaseUntil" = {3}, "Claims" = m."Claims" + 1
        WHERE m."Number" IN (SELECT "Number" FROM due)
        RETURNING *
        """;

    // As many orphans of a first crash as are tried together.
    private const int FewOrphans = 32;

    public string Holder => LeaseHolder.This;

    public async Task<Claim> ClaimAsync(string owner, int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var claimed = await ClaimAsync(database, "= 0", owner, most, now, lease, cancellationToken);
        if (claimed.Count > 0)
            return new(claimed);
        var waiting = database.Messages.Where(m => m.ProcessedAt == null && m.LeaseOwner == null);
        return new(
            [],
            await waiting.Where(m => m.DueAt > now).MinAsync(m => (DateTimeOffset?)m.DueAt, cancellationToken),
            await waiting.AnyAsync(m => m.DueAt <= now, cancellationToken));
    }

    public async Task<IReadOnlyList<CustomerMessage>> ClaimOrphansAsync(string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await ClaimAsync(database, "= 1", owner, FewOrphans, now, lease, cancellationToken) is { Count: > 0 } few
            ? few
            : await ClaimAsync(database, "> 1", owner, 1, now, lease, cancellationToken);
    }

    public async Task<bool> AnyOrphansAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await database.Messages.AnyAsync(
            m => m.ProcessedAt == null && m.Claims > 0 && (m.LeaseUntil == null || m.LeaseUntil <= now), cancellationToken);
    }

    private async Task<IReadOnlyList<CustomerMessage>> ClaimAsync(
        RestaurantDb database, string claims, string owner, int most, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(database, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (database.IsPostgres)
            await database.Database.ExecuteSqlRawAsync(ClaimAlone, cancellationToken);
        var sql = ClaimFirsts
            .Replace("/*claims*/", claims, StringComparison.Ordinal)
            .Replace("/*lock*/", database.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "", StringComparison.Ordinal);
        var claimed = await database.Messages
            .FromSqlRaw(sql, database.Stored(now), most, owner, database.Stored(now + lease))
            .AsNoTracking().ToListAsync(cancellationToken);
        if (claimed.Exists(message => message.DueAt > message.ReceivedAt))
            claimed.AddRange(await ClaimFollowersAsync(database, claimed, owner, now + lease, cancellationToken));
        if (claimed.Count > 0)
            await transaction.CommitAsync(cancellationToken);
        return [.. claimed.OrderBy(message => message.Number)];
    }

    public async Task RenewAsync(string owner, IReadOnlyList<long> numbers, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        var until = (DateTimeOffset?)(clock.GetUtcNow() + lease);
        await Owned(database, owner, numbers).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseUntil, until), cancellationToken);
    }

    public async Task FailAsync(string owner, Turn turn, Run run, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using (await gate.EnterAsync(database, cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var numbers = turn.Messages.Select(message => message.Number).ToList();
            var dead = dueAt is null;
            var status = dead ? MessageStatus.DeadLettered : MessageStatus.Waiting;
            var failed = await Owned(database, owner, numbers).ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.Status, status)
                    .SetProperty(m => m.DueAt, dueAt ?? now)
                    .SetProperty(m => m.ProcessedAt, dead ? now : null)
                    .SetProperty(m => m.Attempts, m => m.Attempts + 1)
                    .SetProperty(m => m.Claims, 0)
                    .SetProperty(m => m.Error, run.Error)
                    .SetProperty(m => m.LeaseOwner, (string?)null)
                    .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null),
                cancellationToken);
            if (failed == 0)
                return; // the lease was lost: somebody else has the message now
            database.Runs.Add(run);
            if (dead)
                database.Events.Add(new LiveEvent(0, Topic.Messages, $"{run.MessageNumber}", $"Message {run.MessageNumber} from {turn.First.Sender} failed and waits for a person: {run.Error}", now));
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (dead)
                Telemetry.MessagesDeadLettered.Add(1);
        }

        changes.Publish(Topic.Messages | Topic.Waiting);
    }

    public async Task ReleaseAsync(string owner, IReadOnlyList<long> numbers, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using (await gate.EnterAsync(database, cancellationToken))
        {
            await Owned(database, owner, numbers).ExecuteUpdateAsync(set => set.SetProperty(m => m.Claims, 0), cancellationToken);
            await GiveBackAsync(Owned(database, owner, numbers), cancellationToken);
        }

        changes.Publish(Topic.Waiting);
    }

    public async Task<IReadOnlyList<CustomerMessage>> ReviveAsync(long number, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        var until = (DateTimeOffset?)(clock.GetUtcNow() + lease);
        await database.Messages
            .Where(m => (m.Number == number || m.TurnNumber == number) && m.Error != null && m.Status == MessageStatus.DeadLettered)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.Status, MessageStatus.Processing)
                    .SetProperty(m => m.ProcessedAt, (DateTimeOffset?)null)
                    .SetProperty(m => m.Claims, 1)
                    .SetProperty(m => m.LeaseOwner, owner)
                    .SetProperty(m => m.LeaseUntil, until),
                cancellationToken);
        return await database.Messages.AsNoTracking()
            .Where(m => m.LeaseOwner == owner && m.ProcessedAt == null).OrderBy(m => m.Number).ToListAsync(cancellationToken);
    }

    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        var held = database.Messages.Where(m => m.ProcessedAt == null && m.LeaseOwner != null);

        // Only one process opens an embedded database, so whoever held these leases is gone.
        if (database.IsPostgres)
        {
            // Of other machines nothing is known: their leases run out by themselves.
            var owners = await held.Where(m => m.LeaseOwner!.StartsWith(LeaseHolder.Machine)).Select(m => m.LeaseOwner).Distinct().ToListAsync(cancellationToken);
            var gone = owners.Where(owner => LeaseHolder.IsGone(owner!)).ToList();
            held = held.Where(m => gone.Contains(m.LeaseOwner));
        }

        await GiveBackAsync(held, cancellationToken);
    }

    public async Task<int> BacklogAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Messages.CountAsync(message => message.ProcessedAt == null, cancellationToken);
    }

    private static IQueryable<CustomerMessage> Owned(RestaurantDb database, string owner, IReadOnlyList<long> numbers) =>
        database.Messages.Where(m => numbers.Contains(m.Number) && m.LeaseOwner == owner && m.ProcessedAt == null);

    private static Task<int> GiveBackAsync(IQueryable<CustomerMessage> messages, CancellationToken cancellationToken) => messages.ExecuteUpdateAsync(
        set => set
            .SetProperty(m => m.Status, MessageStatus.Waiting)
            .SetProperty(m => m.LeaseOwner, (string?)null)
            .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null),
        cancellationToken);

    private static async Task<List<CustomerMessage>> ClaimFollowersAsync(
        RestaurantDb database, List<CustomerMessage> firsts, string owner, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var numbers = firsts.Where(message => message.DueAt > message.ReceivedAt).Select(message => (long?)message.Number).ToList();
        var followers = await database.Messages.AsNoTracking()
            .Where(m => numbers.Contains(m.TurnNumber) && m.ProcessedAt == null).ToListAsync(cancellationToken);
        if (followers.Count == 0)
            return [];
        var taken = followers.Select(message => message.Number).ToList();
        await database.Messages.Where(m => taken.Contains(m.Number)).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.Status, MessageStatus.Processing)
                .SetProperty(m => m.LeaseOwner, owner)
                .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)until)
                .SetProperty(m => m.Claims, m => m.Claims + 1),
            cancellationToken);
        return followers;
    }
}
