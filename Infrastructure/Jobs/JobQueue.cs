using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Messages;

namespace Restaurant.Infrastructure.Jobs;

internal sealed class JobQueue(
    IDbContextFactory<RestaurantDb> databases, WriteGate gate, JobPicker picker, RunSettling settling, ChangeFeed changes, TimeProvider clock) : IJobQueue
{
    // One claim at a time: concurrency and rates are counted over all nodes. Losing a claim in a crash costs nothing, so its commit does not wait for the disk.
    private const string ClaimAlone = "SET LOCAL synchronous_commit = off; SET LOCAL enable_seqscan = off; " + AdvisoryLocks.RunClaims;

    private const string Take = """
        UPDATE job_runs SET "State" = 'Running', "Attempts" = "Attempts" + 1, "StartedAt" = {0}, "LeaseOwner" = {1}, "LeaseUntil" = {2}, "Node" = {3},
            "Progress" = 0, "ProgressText" = NULL, "Reason" = NULL, "HeldSince" = NULL, "Milliseconds" = NULL,
            "RateAt" = CASE WHEN "JobKey" /*rated*/ THEN {0} ELSE NULL END
        WHERE "Id" /*picked*/ AND "FinishedAt" IS NULL AND "State" <> 'Running'
        RETURNING *
        """;

    private const string Renew = """
        UPDATE job_runs AS j SET "LeaseUntil" = @until, "Progress" = r.progress, "ProgressText" = r.progresstext,
            "CorrelationId" = COALESCE(r.correlationid, j."CorrelationId")
        FROM {rows} WHERE j."Id" = r.id AND j."LeaseOwner" = r.owner
        RETURNING "Id", "CancelledBy"
        """;

    private static readonly RowSource<RunBeat> Beats = new(
        new RowColumn<RunBeat, Guid>("id", beat => beat.RunId),
        new RowColumn<RunBeat, string>("owner", beat => beat.Owner),
        new RowColumn<RunBeat, int>("progress", beat => beat.Progress),
        new RowColumn<RunBeat, string?>("progresstext", beat => beat.ProgressText),
        new RowColumn<RunBeat, string?>("correlationid", beat => beat.CorrelationId));

    public string Node { get; } = $"{LeaseHolder.Machine.TrimEnd('|')}:{Environment.ProcessId}";

    public string Holder => LeaseHolder.This;

    public async Task<JobClaim> ClaimAsync(
        string owner, int most, TimeSpan lease, GateHold hold, CancellationToken cancellationToken, IReadOnlyCollection<Guid>? alive = null)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (!await AnyDueAsync(database, now, cancellationToken))
            return new([], await NextDueAsync(database, cancellationToken));

        List<JobRun> claimed = [];
        Topic changed;
        using (await gate.EnterAsync(database, cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            if (database.IsPostgres)
                await database.Database.ExecuteSqlRawAsync(ClaimAlone, cancellationToken);
            changed = await picker.EndLostAsync(database, alive ?? [], now, cancellationToken) | await picker.HoldBackAsync(database, hold, now, cancellationToken);
            var picked = await picker.PickAsync(database, most, hold, now, cancellationToken);
            if (picked.Count > 0)
                claimed = await TakeAsync(database, picked, owner, now, lease, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        if (changed != Topic.None)
            changes.Publish(changed);
        return new([.. claimed.OrderByDescending(run => run.Priority).ThenBy(run => run.DueAt)]);
    }

    public async Task<IReadOnlyDictionary<Guid, string?>> RenewAsync(IReadOnlyList<RunBeat> beats, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        Dictionary<Guid, string?> kept;
        using (await gate.EnterAsync(database, cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await database.LockRunsAsync(beats.Select(beat => beat.RunId), cancellationToken);
            var rows = await Beats.QueryAsync(
                database, Renew, beats, [("until", clock.GetUtcNow() + lease)], row => (Id: row.GetGuid(0), Who: row.IsDBNull(1) ? null : row.GetString(1)), cancellationToken);
            kept = rows.ToDictionary(row => row.Id, row => row.Who);
            await database.BulkInsertAsync([.. beats.Where(beat => kept.ContainsKey(beat.RunId)).SelectMany(beat => beat.Lines)], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return kept;
    }

    public async Task SettleAsync(IReadOnlyList<AttemptResult> results, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        Topic changed;
        using (await gate.EnterAsync(database, cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            changed = await settling.WriteAsync(database, results, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        changes.Publish(changed);
    }

    public async Task ReleaseAsync(IReadOnlyList<RunBeat> beats, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        foreach (var beat in beats)
        {
            await database.JobRuns.Where(run => run.Id == beat.RunId && run.LeaseOwner == beat.Owner).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, JobRunState.Queued).SetProperty(run => run.Attempts, run => run.Attempts - 1)
                    .SetProperty(run => run.Reason, "Given back by a node that was stopped.")
                    .SetProperty(run => run.LeaseOwner, (string?)null).SetProperty(run => run.LeaseUntil, (DateTimeOffset?)null),
                cancellationToken);
        }

        changes.Publish(Topic.Jobs);
    }

    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var over = clock.GetUtcNow();
        var owners = await database.RunningRuns().Where(run => run.LeaseUntil > over).Select(run => run.LeaseOwner!).Distinct().ToListAsync(cancellationToken);

        // Only one process opens an embedded database, so another one's leases are a dead one's. Of other machines nothing is known: their leases run out.
        var gone = owners.Where(owner => database.IsPostgres ? LeaseHolder.IsGone(owner) : !owner.StartsWith(LeaseHolder.This, StringComparison.Ordinal)).ToList();
        if (gone.Count == 0)
            return 0;
        using var pass = await gate.EnterAsync(database, cancellationToken);
        return await database.JobRuns.Where(run => run.State == EF.Constant(JobRunState.Running) && gone.Contains(run.LeaseOwner!)).ExecuteUpdateAsync(set => set.SetProperty(run => run.LeaseUntil, over), cancellationToken);
    }

    private async Task<List<JobRun>> TakeAsync(
        RestaurantDb database, List<Guid> picked, string owner, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        var (one, ids, keys) = database.IsPostgres
            ? ("= ANY({{{0}}})", (object)picked.ToArray(), (object)picker.Rated.ToArray())
            : ("IN (SELECT value FROM json_each({{{0}}}))", Json(picked.Select(id => $"{id}".ToUpperInvariant())), Json(picker.Rated));
        var sql = Take.Replace("/*picked*/", string.Format(null, one, 4), StringComparison.Ordinal).Replace("/*rated*/", string.Format(null, one, 5), StringComparison.Ordinal);
        return await database.JobRuns
            .FromSqlRaw(sql, database.Stored(now), owner, database.Stored(now + lease), Node, ids, keys)
            .AsNoTracking().ToListAsync(cancellationToken);
    }

    private static string Json(IEnumerable<string> values) => $"[{string.Join(',', values.Select(value => $"\"{value}\""))}]";

    private static Task<bool> AnyDueAsync(RestaurantDb database, DateTimeOffset now, CancellationToken cancellationToken) => database.OpenRuns().AnyAsync(
        run => (run.State != JobRunState.Running && run.DueAt <= now) || (run.State == JobRunState.Running && run.LeaseUntil <= now),
        cancellationToken);

    private static Task<DateTimeOffset?> NextDueAsync(RestaurantDb database, CancellationToken cancellationToken) =>
        database.OpenRuns().Where(run => run.State != JobRunState.Running).MinAsync(run => (DateTimeOffset?)run.DueAt, cancellationToken);
}
