using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Jobs;

/// <summary>
/// The schedules as people see and change them. Every act is one transaction with its audit entry; <c>who</c> is the person's e-mail or the key's
/// name. Where a version is given, the act is only done on exactly that version.
/// </summary>
public interface ISchedules
{
    /// <summary>All that are not deleted, by name, with how they went lately.</summary>
    Task<IReadOnlyList<ScheduleView>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Deleted ones too, so that the history can be read.</summary>
    Task<ScheduleView?> FindAsync(Guid id, CancellationToken cancellationToken);

    Task<Change<Schedule>> CreateAsync(ScheduleInput input, string who, CancellationToken cancellationToken);

    /// <summary>A built-in schedule keeps its job; everything else may change.</summary>
    Task<Change<Schedule>> SaveAsync(Guid id, ScheduleInput input, int? version, string who, CancellationToken cancellationToken);

    /// <summary>Gives a built-in schedule back what its job says.</summary>
    Task<Change<Schedule>> ResetAsync(Guid id, string who, CancellationToken cancellationToken);

    /// <summary>Own schedules only; its runs stay.</summary>
    Task<Change<Schedule>> DeleteAsync(Guid id, string who, CancellationToken cancellationToken);

    /// <summary>Takes a deletion back.</summary>
    Task<Change<Schedule>> RestoreAsync(Guid id, string who, CancellationToken cancellationToken);

    /// <param name="resumeAt">When it goes on by itself; null for when somebody resumes it.</param>
    Task<Change<Schedule>> PauseAsync(Guid id, string reason, DateTimeOffset? resumeAt, string who, CancellationToken cancellationToken);

    Task<Change<Schedule>> ResumeAsync(Guid id, string who, CancellationToken cancellationToken);

    /// <summary>Asks for a run now, marked with who asked.</summary>
    /// <param name="arguments">JSON instead of the schedule's own; null for those.</param>
    Task<Change<JobRun>> RunNowAsync(Guid id, string? arguments, string who, CancellationToken cancellationToken);

    /// <summary>The firings of all schedules between two moments, oldest first.</summary>
    Task<IReadOnlyList<PlannedFiring>> PlannedAsync(DateTimeOffset from, DateTimeOffset until, int most, CancellationToken cancellationToken);

    /// <summary>What a timetable means, before anybody saves it.</summary>
    TimetablePreview Preview(Timetable timetable, int times = 5);
}

public sealed record ScheduleInput(string Name, string JobKey, Timetable Timetable)
{
    public string? Arguments { get; init; }
    public JobPriority? Priority { get; init; }
    public MissedRuns Missed { get; init; } = MissedRuns.Once;
    public NotifyOn Notify { get; init; }
}

/// <param name="Words">The timetable as a sentence.</param>
/// <param name="LastRun">The newest run that is over or under way; null when there is none.</param>
/// <param name="Recent">The last runs that are over, oldest first, at most twenty: for a sparkline.</param>
public sealed record ScheduleView(Schedule Schedule, string JobName, string Words, JobRun? LastRun, IReadOnlyList<RunPoint> Recent);

public sealed record RunPoint(Guid RunId, DateTimeOffset At, long Milliseconds, JobRunState State);

public sealed record PlannedFiring(Guid ScheduleId, string Name, string JobKey, DateTimeOffset At);

/// <param name="Problem">Why it cannot be used; then there are no times.</param>
/// <param name="Times">In UTC.</param>
public sealed record TimetablePreview(string? Problem, string Words, IReadOnlyList<DateTimeOffset> Times, string TimeZone);
