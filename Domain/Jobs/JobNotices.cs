using System.Globalization;
using Restaurant.Domain.Notifications;

namespace Restaurant.Domain.Jobs;

/// <summary>What the jobs room is told of the end of a run.</summary>
public static class JobNotices
{
    public static bool IsTold(AttemptResult result) => result.State.IsOver && result.Run.Notify switch
    {
        NotifyOn.Always => true,
        NotifyOn.Failure => result.State.IsBad || result.State == JobRunState.Skipped,
        _ => false,
    };

    /// <summary>The end of a run without an attempt: cancelled while it waited, or skipped for want of room.</summary>
    public static AttemptResult Unbegun(JobRun run) => new(run, run.State, run.FinishedAt ?? run.QueuedAt, null, run.Reason, null, null);

    /// <summary>Its key is the run's: a run ends once, so it is told once.</summary>
    public static OutboxMessage Of(AttemptResult result, string name)
    {
        var run = result.Run;
        var became = result.State switch
        {
            JobRunState.Succeeded => "succeeded",
            JobRunState.Cancelled => "was cancelled",
            JobRunState.Skipped => "was skipped",
            JobRunState.Lost => "was lost with its node",
            _ => "failed and waits for a person",
        };
        var data = new Dictionary<string, string>
        {
            ["run"] = $"{run.Id}",
            ["job"] = run.JobKey,
            ["state"] = $"{result.State}",
            ["attempts"] = run.Attempts.ToString(CultureInfo.InvariantCulture),
            ["startedBy"] = run.StartedBy,
            ["scheduledAt"] = run.ScheduledAt.ToString("O", CultureInfo.InvariantCulture),
            ["finishedAt"] = result.FinishedAt.ToString("O", CultureInfo.InvariantCulture),
            ["result"] = result.Result ?? "",
            ["error"] = result.Error ?? "",
        };
        var notice = new RoomNotice($"{name} {became}", [result.Error ?? result.Result ?? ""], "", run.StartedBy, null, $"/schedules/runs/{run.Id}", result.FinishedAt)
        {
            Kind = NoticeKind.Job,
            Data = data,
        };
        return new()
        {
            Key = $"jobs/run/{run.Id}",
            Room = Room.Jobs,
            Payload = notice.ToJson(),
            CreatedAt = result.FinishedAt,
            DueAt = result.FinishedAt,
        };
    }
}
