using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Jobs;

/// <summary>When a job runs by itself. Built-in ones belong to their job and can be changed and reset; own ones can be deleted too.</summary>
public sealed class Schedule
{
    public const int MaxName = 100;
    public const int MaxReason = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The job's key for its built-in schedule, unique; null for a person's own.</summary>
    public string? BuiltInKey { get; init; }
    public required string Name { get; set; }
    public required string JobKey { get; set; }
    public required Timetable Timetable { get; set; }

    /// <summary>JSON; null for all defaults.</summary>
    public string? Arguments { get; set; }
    public JobPriority Priority { get; set; } = JobPriority.Normal;
    public MissedRuns Missed { get; set; } = MissedRuns.Once;
    public NotifyOn Notify { get; set; }
    public string CreatedBy { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>A built-in one that a person has changed; a new version of the program leaves it alone.</summary>
    public bool IsChanged { get; set; }

    /// <summary>When it fires next; null when paused, deleted or waiting for another job.</summary>
    public DateTimeOffset? NextAt { get; set; }
    public DateTimeOffset? LastFiredAt { get; set; }

    /// <summary>Firings that passed while nobody was there to run them, since the schedule was made.</summary>
    public int MissedCount { get; set; }
    public DateTimeOffset? PausedAt { get; set; }
    public string? PausedBy { get; set; }
    public string? PauseReason { get; set; }

    /// <summary>When a pause ends by itself.</summary>
    public DateTimeOffset? ResumeAt { get; set; }

    /// <summary>Deleted, and kept for undoing and for the history of its runs.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>Grows with every change by a person.</summary>
    public int Version { get; set; }

    public bool IsBuiltIn => BuiltInKey is not null;

    public bool IsPaused => PausedAt is not null;

    /// <summary>Stops firing until somebody resumes it or the time comes.</summary>
    public void Pause(string who, string reason, DateTimeOffset? resumeAt, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new NotAllowedException("Say why it is paused: others will wonder.");
        if (reason.Trim().Length > MaxReason)
            throw new NotAllowedException($"The reason has more than {MaxReason} characters. Say it shorter.");
        if (resumeAt <= now)
            throw new NotAllowedException("The time to resume has passed. Choose a later one or none.");
        (PausedAt, PausedBy, PauseReason, ResumeAt, NextAt) = (now, who, reason.Trim(), resumeAt, null);
        Version++;
    }

    /// <summary>Fires again from now on. What would have fired during a pause was meant not to: it is neither run nor counted as missed.</summary>
    public void Resume(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (!IsPaused)
            throw new NotAllowedException($"{Name} is not paused.");
        (PausedAt, PausedBy, PauseReason, ResumeAt) = (null, null, null, null);
        Plan(now, zone);
        Version++;
    }

    /// <summary>Sets the next time after a change of the timetable.</summary>
    public void Plan(DateTimeOffset now, TimeZoneInfo zone) =>
        NextAt = IsPaused || DeletedAt is not null ? null : Timetable.Next(now, CreatedAt, zone);
}

/// <summary>What becomes of firings that passed while no node ran.</summary>
public enum MissedRuns
{
    /// <summary>None of them is run.</summary>
    Skip,

    /// <summary>One run stands for all of them, planned for the last.</summary>
    Once,

    /// <summary>Each is run, at most a hundred.</summary>
    All,
}
