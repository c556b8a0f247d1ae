using Restaurant.Domain.Jobs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

/// <summary>New runs, written in one statement. Those whose cause has made a run before are left out by the unique index.</summary>
internal static class RunRows
{
    private const string Insert = """
        INSERT INTO job_runs ("Id", "JobKey", "ScheduleId", "Cause", "StartedBy", "CauseKey", "FromRun", "Arguments", "Priority", "Notify",
            "ScheduledAt", "QueuedAt", "DueAt", "State", "Attempts", "Progress")
        SELECT r.id, r.jobkey, r.scheduleid, r.cause, r.startedby, r.causekey, r.fromrun, r.arguments, r.priority, r.notify,
            r.scheduledat, r.queuedat, r.dueat, 'Queued', 0, 0
        FROM {rows} WHERE 1 = 1
        ON CONFLICT ("CauseKey") DO NOTHING
        RETURNING "Id"
        """;

    private static readonly RowSource<JobRun> Source = new(
        new RowColumn<JobRun, Guid>("id", run => run.Id),
        new RowColumn<JobRun, string>("jobkey", run => run.JobKey),
        new RowColumn<JobRun, Guid?>("scheduleid", run => run.ScheduleId),
        new RowColumn<JobRun, string>("cause", run => run.Cause.ToString()),
        new RowColumn<JobRun, string>("startedby", run => run.StartedBy),
        new RowColumn<JobRun, string?>("causekey", run => run.CauseKey),
        new RowColumn<JobRun, Guid?>("fromrun", run => run.FromRun),
        new RowColumn<JobRun, string?>("arguments", run => run.Arguments),
        new RowColumn<JobRun, int>("priority", run => (int)run.Priority),
        new RowColumn<JobRun, string>("notify", run => run.Notify.ToString()),
        new RowColumn<JobRun, DateTimeOffset>("scheduledat", run => run.ScheduledAt.ToUniversalTime()),
        new RowColumn<JobRun, DateTimeOffset>("queuedat", run => run.QueuedAt.ToUniversalTime()),
        new RowColumn<JobRun, DateTimeOffset>("dueat", run => run.DueAt.ToUniversalTime()));

    /// <returns>The ids of those that were added.</returns>
    public static async Task<IReadOnlySet<Guid>> AddRunsAsync(this RestaurantDb database, IReadOnlyList<JobRun> runs, CancellationToken cancellationToken) =>
        runs.Count == 0 ? new HashSet<Guid>() : (await Source.QueryAsync(database, Insert, runs, [], reader => reader.GetGuid(0), cancellationToken)).ToHashSet();
}
