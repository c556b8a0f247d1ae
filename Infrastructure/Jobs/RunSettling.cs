using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

/// <summary>Writes what became of attempts, with all that follows from it, in the caller's transaction.</summary>
internal sealed class RunSettling(JobCatalog catalog, RunNotices notices)
{
    // Only under the lease that the attempt was made under: what another node has taken over is left alone.
    private const string Settle = """
        UPDATE job_runs AS j SET "State" = r.state, "StartedAt" = r.startedat, "FinishedAt" = r.finishedat, "DueAt" = r.dueat, "Result" = r.result, "Error" = r.error,
            "ErrorDetail" = r.errordetail, "Progress" = r.progress, "ProgressText" = r.progresstext, "Milliseconds" = r.milliseconds,
            "CorrelationId" = r.correlationid, "LeaseOwner" = NULL, "LeaseUntil" = NULL
        FROM {rows} WHERE j."Id" = r.id AND j."LeaseOwner" = r.owner
        RETURNING "Id"
        """;

    private static readonly RowSource<AttemptResult> Results = new(
        new RowColumn<AttemptResult, Guid>("id", result => result.Run.Id),
        new RowColumn<AttemptResult, string>("owner", result => result.Run.LeaseOwner!),
        new RowColumn<AttemptResult, string>("state", result => result.State.ToString()),
        new RowColumn<AttemptResult, DateTimeOffset?>("startedat", result => result.Run.StartedAt?.ToUniversalTime()),
        new RowColumn<AttemptResult, DateTimeOffset?>("finishedat", result => result.State.IsOver ? result.FinishedAt.ToUniversalTime() : null),
        new RowColumn<AttemptResult, DateTimeOffset>("dueat", result => (result.RetryAt ?? result.Run.DueAt).ToUniversalTime()),
        new RowColumn<AttemptResult, string?>("result", result => result.Result),
        new RowColumn<AttemptResult, string?>("error", result => result.Error),
        new RowColumn<AttemptResult, string?>("errordetail", result => result.ErrorDetail),
        new RowColumn<AttemptResult, int>("progress", result => result.State == JobRunState.Succeeded ? 100 : result.Progress),
        new RowColumn<AttemptResult, string?>("progresstext", result => result.ProgressText),
        new RowColumn<AttemptResult, long>("milliseconds", result => result.Milliseconds),
        new RowColumn<AttemptResult, string?>("correlationid", result => result.CorrelationId));

    /// <returns>What changed.</returns>
    public async Task<Topic> WriteAsync(RestaurantDb database, IReadOnlyList<AttemptResult> results, CancellationToken cancellationToken)
    {
        await database.LockRunsAsync(results.Select(result => result.Run.Id), cancellationToken);
        var ids = (await Results.QueryAsync(database, Settle, results, [], row => row.GetGuid(0), cancellationToken)).ToHashSet();
        var settled = results.Where(result => ids.Contains(result.Run.Id)).ToList();
        await database.BulkInsertAsync([.. settled.Select(Attempt)], cancellationToken);
        await database.BulkInsertAsync([.. settled.SelectMany(result => result.Lines)], cancellationToken);
        await FollowAsync(database, settled, cancellationToken);
        return Topic.Jobs | await notices.AddAsync(database, settled, cancellationToken);
    }

    // A schedule "after job X" fires in the transaction in which X ends: never lost, and by its cause key never twice.
    private async Task FollowAsync(RestaurantDb database, List<AttemptResult> settled, CancellationToken cancellationToken)
    {
        var over = settled.Where(result => result.State is JobRunState.Succeeded || result.State.IsBad).ToLookup(result => result.Run.JobKey);
        if (over.Count == 0)
            return;
        var schedules = await database.Schedules.AsNoTracking()
            .Where(schedule => schedule.NextAt == null && schedule.PausedAt == null && schedule.DeletedAt == null).ToListAsync(cancellationToken);
        var followers =
            from schedule in schedules
            where schedule.Timetable.IsChain
            from cause in over[schedule.Timetable.AfterJob!]
            where cause.State.IsBad == (schedule.Timetable.Kind == TimetableKind.AfterFailure)
            select NewRuns.Row(catalog, NewRuns.Follow(schedule, cause.Run, catalog), cause.FinishedAt);
        var rows = followers.ToList();
        await database.AddRunsAsync(rows, cancellationToken);
        foreach (var fired in rows.GroupBy(row => row.ScheduleId))
            await database.Schedules.Where(schedule => schedule.Id == fired.Key).ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.LastFiredAt, fired.Max(row => row.QueuedAt)), cancellationToken);
    }

    private static JobAttempt Attempt(AttemptResult result) => new()
    {
        RunId = result.Run.Id,
        Number = result.Run.Attempts,
        StartedAt = result.Run.StartedAt ?? result.FinishedAt,
        FinishedAt = result.FinishedAt,
        Node = result.Run.Node,
        State = result.IsLost ? JobRunState.Lost : result.State,
        Sentence = result.Error ?? result.Result,
        ErrorDetail = result.ErrorDetail,
        CorrelationId = result.CorrelationId,
    };
}
