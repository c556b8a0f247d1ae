using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Restaurant.Domain.Jobs;

namespace Restaurant.Web.Api;

/// <summary>A schedule as a program writes it.</summary>
internal sealed record ScheduleBody([MaxLength(Schedule.MaxName)] string Name, [MaxLength(JobDefinition.MaxKey)] string Job, TimetableBody Timetable)
{
    /// <summary>As the job describes them under /api/jobs; left out for all defaults.</summary>
    [JsonConverter(typeof(JsonText))]
    public string? Arguments { get; init; }
    public JobPriority? Priority { get; init; }
    public MissedRuns Missed { get; init; } = MissedRuns.Once;
    public NotifyOn Notify { get; init; }

    public ScheduleInput ToInput() => new(Name, Job, Timetable.ToTimetable())
    {
        Arguments = Arguments,
        Priority = Priority,
        Missed = Missed,
        Notify = Notify,
    };
}

/// <summary>When something fires. Which fields count depends on the kind.</summary>
/// <param name="Cron">Kind Cron: five fields, or six with seconds first.</param>
/// <param name="EverySeconds">Kind Interval.</param>
/// <param name="At">Kinds Daily and Weekly: the time of day. Kind Hourly: the minute of the hour, as 00:15.</param>
/// <param name="Day">Kind Weekly.</param>
/// <param name="AfterJob">Kinds AfterSuccess and AfterFailure: a job's key.</param>
internal sealed record TimetableBody(
    TimetableKind Kind, [MaxLength(200)] string? Cron = null, [Range(1, 366L * 86400)] long? EverySeconds = null, TimeOnly? At = null, DayOfWeek? Day = null,
    [MaxLength(JobDefinition.MaxKey)] string? AfterJob = null)
{
    public static TimetableBody Of(Timetable timetable) =>
        new(timetable.Kind, timetable.Cron, timetable.Every is { } every ? (long)every.TotalSeconds : null, timetable.At, timetable.Day, timetable.AfterJob);

    public Timetable ToTimetable() => Kind switch
    {
        TimetableKind.Cron => new() { Kind = Kind, Cron = Cron },
        TimetableKind.Interval => new() { Kind = Kind, Every = EverySeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null },
        TimetableKind.Hourly or TimetableKind.Daily => new() { Kind = Kind, At = At },
        TimetableKind.Weekly => new() { Kind = Kind, At = At, Day = Day },
        _ => new() { Kind = Kind, AfterJob = AfterJob },
    };
}

/// <summary>Arguments for one run; left out for those it has anyway.</summary>
internal sealed record ArgumentsBody([property: JsonConverter(typeof(JsonText))] string? Arguments = null);

/// <summary>A schedule with how it goes.</summary>
internal sealed record ScheduleRow(
    Guid Id, string Name, string Job, string JobName, string Words, TimetableBody Timetable, [property: JsonConverter(typeof(JsonText))] string? Arguments, JobPriority Priority, MissedRuns Missed,
    NotifyOn Notify, bool IsBuiltIn, bool IsChanged, DateTimeOffset? NextAt, DateTimeOffset? LastFiredAt, int MissedCount, PauseView? Paused,
    LastRunView? LastRun, IReadOnlyList<RunPoint> Recent, DateTimeOffset? DeletedAt, int Version)
{
    public static ScheduleRow Of(ScheduleView view)
    {
        var schedule = view.Schedule;
        return new(
            schedule.Id, schedule.Name, schedule.JobKey, view.JobName, view.Words, TimetableBody.Of(schedule.Timetable), schedule.Arguments,
            schedule.Priority, schedule.Missed, schedule.Notify, schedule.IsBuiltIn, schedule.IsChanged, schedule.NextAt, schedule.LastFiredAt, schedule.MissedCount,
            schedule.PausedAt is { } since ? new(since, schedule.PausedBy ?? "", schedule.PauseReason ?? "", schedule.ResumeAt) : null,
            view.LastRun is { } run ? new(run.Id, run.State, run.FinishedAt ?? run.StartedAt ?? run.QueuedAt, run.Milliseconds) : null,
            view.Recent, schedule.DeletedAt, schedule.Version);
    }
}

internal sealed record PauseView(DateTimeOffset Since, string By, string Reason, DateTimeOffset? ResumeAt);

internal sealed record LastRunView(Guid Id, JobRunState State, DateTimeOffset At, long? Milliseconds);
