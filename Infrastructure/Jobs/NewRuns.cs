using System.Globalization;
using Restaurant.Domain.Jobs;

namespace Restaurant.Infrastructure.Jobs;

/// <summary>From what is asked for to the row that is kept.</summary>
internal static class NewRuns
{
    /// <summary>Why it cannot be asked for, for people; null when it can.</summary>
    public static string? Problem(JobCatalog catalog, NewRun run) => catalog.Find(run.JobKey) is { } job
        ? JobArguments.Problem(job, run.Arguments)
        : $"There is no job \"{run.JobKey}\" in this version. See the list of jobs for those there are.";

    public static JobRun Row(JobCatalog catalog, NewRun run, DateTimeOffset now) => new()
    {
        Id = RunIds.Next(now),
        JobKey = run.JobKey,
        ScheduleId = run.ScheduleId,
        Cause = run.Cause,
        StartedBy = run.StartedBy,
        CauseKey = run.CauseKey,
        FromRun = run.FromRun,
        Arguments = string.IsNullOrWhiteSpace(run.Arguments) ? null : run.Arguments,
        Priority = run.Priority ?? catalog.Find(run.JobKey)?.Priority ?? JobPriority.Normal,
        Notify = run.Notify,
        ScheduledAt = run.ScheduledAt ?? run.DueAt ?? now,
        QueuedAt = now,
        DueAt = run.DueAt ?? now,
    };

    public static NewRun Replay(JobRun run, string? arguments, string who) => new(run.JobKey, who, JobCause.Replay)
    {
        Arguments = arguments ?? run.Arguments,
        Priority = run.Priority,
        Notify = run.Notify,
        ScheduleId = run.ScheduleId,
        FromRun = run.Id,

        // "Yesterday" is the same day in a replay.
        ScheduledAt = run.ScheduledAt,
    };

    public static NewRun Follow(Schedule schedule, JobRun cause, JobCatalog catalog) => new(schedule.JobKey, catalog.NameOf(cause.JobKey), JobCause.Chain)
    {
        CauseKey = $"{schedule.Id:N}/{cause.Id:N}",
        Arguments = schedule.Arguments,
        Priority = schedule.Priority,
        Notify = schedule.Notify,
        ScheduleId = schedule.Id,
        FromRun = cause.Id,
    };

    public static NewRun Fired(Schedule schedule, DateTimeOffset at) => new(schedule.JobKey, schedule.Name, JobCause.Schedule)
    {
        CauseKey = string.Create(CultureInfo.InvariantCulture, $"{schedule.Id:N}/{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss}"),
        Arguments = schedule.Arguments,
        Priority = schedule.Priority,
        Notify = schedule.Notify,
        ScheduleId = schedule.Id,
        DueAt = at,
    };
}
