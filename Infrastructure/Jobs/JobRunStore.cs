using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Jobs;

internal sealed class JobRunStore(
    IDbContextFactory<RestaurantDb> databases, RunIntake intake, Acts acts, JobCatalog catalog, TimeProvider clock) : IJobRuns
{
    private const int MostReplayed = 1000;

    public async Task<Change<JobRun>> EnqueueAsync(NewRun run, CancellationToken cancellationToken)
    {
        if (NewRuns.Problem(catalog, run) is { } problem)
            return Change.Refused<JobRun>(null, problem);
        var row = NewRuns.Row(catalog, run, clock.GetUtcNow());
        if (run is { Cause: JobCause.Person, CauseKey: null })
            return await StartAsync(row, cancellationToken);
        if (!await intake.AddAsync(row, cancellationToken))
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            row = await database.JobRuns.AsNoTracking().SingleAsync(known => known.CauseKey == run.CauseKey, cancellationToken);
        }

        return Change.Done(row, $"{catalog.NameOf(run.JobKey)} is queued.");
    }

    // What a person asks for is an act: written down together with its audit entry.
    private Task<Change<JobRun>> StartAsync(JobRun row, CancellationToken cancellationToken) => acts.RunAsync(row.StartedBy, act =>
    {
        act.Database.JobRuns.Add(row);
        act.Record(Topic.Jobs, "runs", row.Id, $"started {catalog.NameOf(row.JobKey)} by hand", after: row.Arguments);
        return Task.FromResult(Change.Done(row, $"{catalog.NameOf(row.JobKey)} is queued."));
    }, cancellationToken);

    public async Task<int> EnqueueAllAsync(IReadOnlyList<NewRun> runs, CancellationToken cancellationToken)
    {
        if (runs.Select(run => NewRuns.Problem(catalog, run)).FirstOrDefault(problem => problem is not null) is { } problem)
            throw new InvalidOperationException(problem);
        var now = clock.GetUtcNow();
        return await intake.AddAllAsync([.. runs.Select(run => NewRuns.Row(catalog, run, now))], cancellationToken);
    }

    public async Task<RunPage> PageAsync(RunFilter filter, Guid? after, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var runs = database.JobRuns.AsNoTracking().Matching(filter);
        if (after is { } last)
            runs = runs.Where(run => run.Id.CompareTo(last) < 0);
        var rows = await runs.OrderByDescending(run => run.Id).Take(take + 1).ToListAsync(cancellationToken);
        return rows.Count > take ? new(rows[..take], true) : new(rows, false);
    }

    public async Task<int> CountAsync(RunFilter filter, int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.JobRuns.Matching(filter).OrderByDescending(run => run.Id).Take(most).CountAsync(cancellationToken);
    }

    public async Task<RunDetail?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.JobRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken) is not { } run)
            return null;
        var attempts = await database.JobAttempts.AsNoTracking().Where(attempt => attempt.RunId == id).OrderBy(attempt => attempt.Number).ToListAsync(cancellationToken);
        var lines = await database.JobLogLines.AsNoTracking().Where(line => line.RunId == id).OrderBy(line => line.Attempt).ThenBy(line => line.Number).ToListAsync(cancellationToken);
        var from = run.FromRun is { } origin ? await database.JobRuns.AsNoTracking().SingleOrDefaultAsync(other => other.Id == origin, cancellationToken) : null;
        return new(run, attempts, lines, from);
    }

    public async Task<IReadOnlyList<JobRun>> RunningAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.RunningRuns().OrderBy(run => run.StartedAt).Take(200).ToListAsync(cancellationToken);
    }

    public async Task<RunFigures> FiguresAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await RunStatistics.FiguresAsync(database, clock.GetUtcNow(), cancellationToken);
    }

    public async Task<IReadOnlyList<TimelineCell>> TimelineAsync(DateTimeOffset from, DateTimeOffset until, TimeSpan cell, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await RunStatistics.TimelineAsync(database, from, until, cell, clock.GetUtcNow(), cancellationToken);
    }

    public Task<Change<JobRun>> CancelAsync(Guid id, string who, string? why, CancellationToken cancellationToken) => acts.RunAsync(who, async act =>
    {
        if (await act.Database.JobRuns.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } run)
            return Change.NotFound<JobRun>("run");
        if (run.State.IsOver)
            return Change.Refused(run, "The run is over: there is nothing to cancel.");
        var reason = string.IsNullOrWhiteSpace(why) ? $"Cancelled by {who}." : $"Cancelled by {who}: {why.Trim()}";

        // Tested again in the statement: the run may have begun or ended since it was read.
        var waiting = await act.Database.JobRuns.Where(one => one.Id == id && one.FinishedAt == null && one.State != JobRunState.Running).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, JobRunState.Cancelled).SetProperty(one => one.FinishedAt, act.Now)
                .SetProperty(one => one.CancelledBy, who).SetProperty(one => one.Reason, reason), cancellationToken) > 0;
        var asked = waiting || await act.Database.JobRuns.Where(one => one.Id == id && one.State == JobRunState.Running).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.CancelledBy, who).SetProperty(one => one.Reason, reason), cancellationToken) > 0;
        if (!asked)
            return Change.Stale(run, "the run");
        act.Record(Topic.Jobs, "runs", id, $"cancelled a run of {catalog.NameOf(run.JobKey)}", why);
        var after = await act.Database.JobRuns.AsNoTracking().SingleAsync(found => found.Id == id, cancellationToken);
        if (waiting && JobNotices.Unbegun(after) is var end && JobNotices.IsTold(end))
            await act.NotifyAsync(JobNotices.Of(end, catalog.NameOf(run.JobKey)), cancellationToken);
        return Change.Done(after, waiting ? "The run is cancelled." : "The run is asked to stop.");
    }, cancellationToken);

    public Task<Change<JobRun>> ReplayAsync(Guid id, string? arguments, string who, CancellationToken cancellationToken) => acts.RunAsync(who, async act =>
    {
        if (await act.Database.JobRuns.SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } run)
            return Change.NotFound<JobRun>("run");
        if (!run.State.IsOver)
            return Change.Refused(run, "The run is not over yet. Cancel it first, or wait for its end.");
        if (run.ReplayedAs is not null && run.State.IsBad)
            return Change.Refused(run, "Somebody has replayed this run already: see the run it led to.");
        var replay = NewRuns.Replay(run, arguments, who);
        if (NewRuns.Problem(catalog, replay) is { } problem)
            return Change.Refused(run, problem);
        var row = NewRuns.Row(catalog, replay, act.Now);
        run.ReplayedAs = row.Id;
        act.Database.JobRuns.Add(row);
        act.Record(Topic.Jobs, "runs", id, $"replayed a run of {catalog.NameOf(run.JobKey)}", before: run.Arguments, after: row.Arguments);
        return Change.Done(row, $"{catalog.NameOf(run.JobKey)} is queued again.");
    }, cancellationToken);

    public async Task<int> ReplayAllAsync(string? jobKey, string? arguments, string who, CancellationToken cancellationToken)
    {
        var replayed = 0;
        var outcome = await acts.RunAsync(who, async act =>
        {
            var dead = await act.Database.JobRuns.Matching(RunFilter.DeadLetters with { JobKey = jobKey }).OrderBy(run => run.Id).Take(MostReplayed).ToListAsync(cancellationToken);
            var own = jobKey is null ? null : arguments;
            replayed = 0;
            foreach (var run in dead)
            {
                var replay = NewRuns.Replay(run, own, who);
                if (NewRuns.Problem(catalog, replay) is not null)
                    continue; // one that cannot be run as it is stays a dead letter and holds up no other
                var row = NewRuns.Row(catalog, replay, act.Now);
                run.ReplayedAs = row.Id;
                act.Database.JobRuns.Add(row);
                replayed++;
            }

            act.Record(Topic.Jobs, "runs", jobKey ?? "all", $"replayed {replayed} dead letters{(jobKey is null ? "" : $" of {catalog.NameOf(jobKey)}")}");
            return Change.Done("", "");
        }, cancellationToken);
        return outcome.IsDone ? replayed : 0;
    }
}
