using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

/// <summary>
/// Finds and leases what may be worked on. It looks at the front of the queue, a stretch from the oldest message on, so that a look costs the
/// same whatever waits behind. All that came before a message of the front stands in the front too: what holds it back is seen there.
/// </summary>
internal sealed class QueueClaims
{
    // How many of the oldest messages a look takes in: wide enough for what is under way at the front and a batch behind it.
    private const int Narrowest = 2_000;
    public const int Widest = 16_000;

    // Where the whole front waits for a few senders, others are looked for one by one, so many in a look.
    private const int Visits = 2_000;

    // Every look is a walk along an index that ends early, whatever the planner thinks of a table that grew since it last looked.
    private const string Along = """
        SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off;
        """;

    // Claims wait for each other: two nodes that look at the same moment would each take one message of the same sender.
    // Losing a claim in a crash costs nothing, so its commit does not wait for the disk.
    private const string Alone = Along + "SET LOCAL synchronous_commit = off; " + AdvisoryLocks.MessageClaims;

    // Within the front: "taken" where a message of the sender is leased, "behind" where an earlier one waits for its time or is an orphan. Asked
    // for those senders alone of whom something could be taken: of thousands whose turn is open, a few come due at a time. The CASE keeps
    // PostgreSQL from making a join of it, which it could only do row by row.
    private const string Front = """
        WITH front AS MATERIALIZED (
            SELECT m."Number", m."Sender", m."Channel", m."TurnNumber", m."Claims", m."DueAt",
              CASE WHEN m."LeaseUntil" > {0} THEN 1 ELSE 0 END AS leased, CASE WHEN m."DueAt" > {0} OR m."Claims" > 0 THEN 1 ELSE 0 END AS waits
            FROM messages AS m WHERE m."ProcessedAt" IS NULL AND m."Number" > 0 ORDER BY m."Number" LIMIT {4}),
        seen AS (
            SELECT f.*, MAX(f.leased) OVER (PARTITION BY f."Sender", f."Channel") AS taken,
              COALESCE(MAX(f.waits) OVER (
                PARTITION BY f."Sender", f."Channel" ORDER BY f."Number" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS behind
            FROM front AS f
            WHERE CASE WHEN (f."Sender", f."Channel") IN (
                SELECT r."Sender", r."Channel" FROM front AS r WHERE r.leased = 0 AND r."DueAt" <= {0} AND r."Claims" /*claims*/) THEN 1 ELSE 0 END = 1),
        free AS (SELECT * FROM seen WHERE taken = 0 AND behind = 0)
        """;

    // The oldest message of each sender, from one sender to the next by the index.
    private const string Heads = """
        WITH RECURSIVE heads AS (
            SELECT (SELECT m."Number" FROM messages AS m WHERE m."ProcessedAt" IS NULL AND m."Sender" > {0}
                    ORDER BY m."Sender", m."Channel", m."Number" LIMIT 1) AS num, 1 AS visit
            UNION ALL
            SELECT COALESCE(
                (SELECT n."Number" FROM messages AS n WHERE n."ProcessedAt" IS NULL AND n."Sender" = m."Sender" AND n."Channel" > m."Channel"
                 ORDER BY n."Sender", n."Channel", n."Number" LIMIT 1),
                (SELECT n."Number" FROM messages AS n WHERE n."ProcessedAt" IS NULL AND n."Sender" > m."Sender"
                 ORDER BY n."Sender", n."Channel", n."Number" LIMIT 1)), h.visit + 1
            FROM heads AS h JOIN messages AS m ON m."Number" = h.num WHERE h.visit < {1})
        SELECT num AS "Value" FROM heads WHERE num IS NOT NULL ORDER BY visit
        """;

    private const string These = """
        WITH free AS (
            SELECT m.* FROM /*heads*/ AND m."ProcessedAt" IS NULL AND (m."LeaseUntil" IS NULL OR m."LeaseUntil" <= {0}))
        """;

    // PostgreSQL gets the numbers as an array, because it would otherwise join, and go through all that waits for each of them where it
    // believes that little waits; and it is not told in its own words that only what waits counts, because it would then read an index of all
    // of that. A turn is claimed by its first message. One whose first message is done already stands alone.
    private const string Take = """
        , due AS MATERIALIZED (
            SELECT m."Number" FROM messages AS m
            WHERE CASE WHEN m."ProcessedAt" IS NULL THEN 1 ELSE 0 END = 1 AND m."Number" /*in*/(
                SELECT w."Number" FROM free AS w
                WHERE w."DueAt" <= {0} AND w."Claims" /*claims*/ AND (w."TurnNumber" IS NULL OR NOT EXISTS (
                    SELECT 1 FROM messages AS t WHERE t."Number" = w."TurnNumber" AND t."ProcessedAt" IS NULL))
                ORDER BY w."Number" LIMIT {1}/*end*/)
            /*lock*/)
        UPDATE messages AS m SET "Status" = 'Processing', "LeaseOwner" = {2}, "LeaseUntil" = {3}, "Claims" = m."Claims" + 1
        WHERE m."Number" /*in*/(SELECT "Number" FROM due/*end*/)
        RETURNING *
        """;

    private int width = Narrowest;
    private string visited = "";

    public async Task<Claim> ClaimAsync(RestaurantDb database, ClaimTerms terms, CancellationToken cancellationToken)
    {
        if (!database.IsPostgres)
            await SqlitePragmas.SyncLaterAsync(database, cancellationToken);
        await using var transaction = await BeginAsync(database, Alone, cancellationToken);
        var claim = await FindAsync(database, terms, cancellationToken);
        if (claim.Messages.Count > 0)
            await transaction.CommitAsync(cancellationToken);
        return claim;
    }

    /// <summary>Orphans at the front. Those further back hold nobody up but their own sender until the queue has come to them.</summary>
    public static async Task<IReadOnlyList<CustomerMessage>> ClaimOrphansAsync(
        RestaurantDb database, string claims, ClaimTerms terms, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(database, Alone, cancellationToken);
        var claimed = await TakeAsync(database, Front, claims, terms, cancellationToken, Widest);
        if (claimed.Count > 0)
            await transaction.CommitAsync(cancellationToken);
        return claimed;
    }

    /// <summary>What <paramref name="read"/> finds in the front of the queue, which it gets.</summary>
    public static async Task<T> ReadAsync<T>(
        RestaurantDb database, int width, Func<IQueryable<CustomerMessage>, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var transaction = database.IsPostgres ? await BeginAsync(database, Along, cancellationToken) : null;
        return await read(FrontOf(database, width));
    }

    private async Task<Claim> FindAsync(RestaurantDb database, ClaimTerms terms, CancellationToken cancellationToken)
    {
        for (var front = Math.Clamp(width - (width / 8), Narrowest, Widest); ; front = Math.Min(Widest, 4 * front))
        {
            var claimed = await TakeAsync(database, Front, "= 0", terms, cancellationToken, front);
            width = front;
            if (claimed.Count >= terms.Most)
                return new(claimed, More: true);
            var (rows, nextDue, held) = await LookAsync(database, front, terms.Now, cancellationToken);
            if (rows < front)
                return new(claimed, nextDue, held > 0);
            if (claimed.Count > 0)
            {
                width = 2 * front; // too narrow for a whole batch
                return new(claimed, nextDue, held > 0, More: true);
            }

            // Mostly under way: what is free stands further back. Otherwise a few senders fill the front and wait for their own messages.
            if (front == Widest || held > front / 4)
                return new(await VisitAsync(database, terms, cancellationToken), nextDue, Held: true, More: true);
        }
    }

    // The next visit goes on where this one ended, so that every sender's turn comes.
    private async Task<List<CustomerMessage>> VisitAsync(RestaurantDb database, ClaimTerms terms, CancellationToken cancellationToken)
    {
        var heads = await database.Database.SqlQueryRaw<long>(Heads, visited, Visits).ToListAsync(cancellationToken);
        var end = heads.Count < Visits ? 0 : heads[^1];
        visited = await database.Messages.Where(m => m.Number == end).Select(m => m.Sender).SingleOrDefaultAsync(cancellationToken) ?? "";
        if (heads.Count == 0)
            return [];

        // A parameter: with the numbers in the text EF would keep each visit as a query of its own.
        var (these, numbers) = database.IsPostgres
            ? ("messages AS m WHERE m.\"Number\" = ANY ({4})", (object)heads.ToArray())
            : ("json_each({4}) AS h CROSS JOIN messages AS m WHERE m.\"Number\" = h.value", JsonSerializer.Serialize(heads));
        return await TakeAsync(database, These.Replace("/*heads*/", these, StringComparison.Ordinal), "= 0", terms, cancellationToken, numbers);
    }

    private static async Task<IDbContextTransaction> BeginAsync(RestaurantDb database, string settings, CancellationToken cancellationToken)
    {
        var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (database.IsPostgres)
            await database.Database.ExecuteSqlRawAsync(settings, cancellationToken);
        return transaction;
    }

    private static async Task<List<CustomerMessage>> TakeAsync(
        RestaurantDb database, string free, string claims, ClaimTerms terms, CancellationToken cancellationToken,
        params object[] more)
    {
        var sql = (free + Take)
            .Replace("/*claims*/", claims, StringComparison.Ordinal)
            .Replace("/*lock*/", database.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "", StringComparison.Ordinal)
            .Replace("/*in*/(", database.IsPostgres ? "= ANY (ARRAY(" : "IN (", StringComparison.Ordinal)
            .Replace("/*end*/", database.IsPostgres ? ")" : "", StringComparison.Ordinal);
        var claimed = await database.Messages
            .FromSqlRaw(sql, [database.Stored(terms.Now), terms.Most, terms.Owner, database.Stored(terms.Until), .. more])
            .AsNoTracking().ToListAsync(cancellationToken);
        if (claimed.Exists(message => message.DueAt > message.ReceivedAt))
            claimed.AddRange(await TakeFollowersAsync(database, claimed, terms, cancellationToken));
        return [.. claimed.OrderBy(message => message.Number)];
    }

    private static async Task<List<CustomerMessage>> TakeFollowersAsync(
        RestaurantDb database, List<CustomerMessage> firsts, ClaimTerms terms, CancellationToken cancellationToken)
    {
        var numbers = firsts.Where(message => message.DueAt > message.ReceivedAt).Select(message => (long?)message.Number).ToList();
        var followers = await database.Messages.AsNoTracking()
            .Where(m => m.TurnNumber != null && m.ProcessedAt == null && numbers.Contains(m.TurnNumber)).ToListAsync(cancellationToken);
        if (followers.Count == 0)
            return [];
        var taken = followers.Select(message => message.Number).ToList();
        await database.Messages.Where(m => taken.Contains(m.Number)).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.Status, MessageStatus.Processing)
                .SetProperty(m => m.LeaseOwner, terms.Owner)
                .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)terms.Until)
                .SetProperty(m => m.Claims, m => m.Claims + 1),
            cancellationToken);
        return followers;
    }

    private static async Task<(int Rows, DateTimeOffset? NextDue, int Held)> LookAsync(
        RestaurantDb database, int width, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var look = await FrontOf(database, width)
            .GroupBy(_ => 1)
            .Select(front => new
            {
                Rows = front.Count(),
                NextDue = front.Where(m => m.LeaseOwner == null && m.DueAt > now).Min(m => (DateTimeOffset?)m.DueAt),
                Held = front.Count(m => m.LeaseOwner == null && m.DueAt <= now),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return look is null ? (0, null, 0) : (look.Rows, look.NextDue, look.Held);
    }

    private static IQueryable<CustomerMessage> FrontOf(RestaurantDb database, int width) =>
        database.Pending.OrderBy(m => m.Number).Take(width);
}

internal sealed record ClaimTerms(string Owner, int Most, DateTimeOffset Now, TimeSpan Lease)
{
    public DateTimeOffset Until => Now + Lease;
}
