namespace Restaurant.Domain.Jobs;

/// <summary>One run of a job, from the moment it was asked for until long after it ended.</summary>
public sealed class JobRun
{
    public const int MaxCause = 200;
    public const int MaxText = 500;
    public const int MaxError = 8000;

    /// <summary>Grows with time: runs in the order of their ids are runs in the order in which they were asked for.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string JobKey { get; init; }
    public Guid? ScheduleId { get; init; }
    public JobCause Cause { get; init; }

    /// <summary>A person's e-mail or an API key's name; the schedule's or the job's name where it was no person.</summary>
    public required string StartedBy { get; init; }

    /// <summary>What the run is about, unique where given: the same cause never makes a second run. "{schedule}/{time}" for firings.</summary>
    public string? CauseKey { get; init; }

    /// <summary>The run that this one replays, or that this one follows in a chain.</summary>
    public Guid? FromRun { get; init; }

    /// <summary>The run that replayed this one; a dead letter with one needs nobody any more.</summary>
    public Guid? ReplayedAs { get; set; }

    /// <summary>JSON; null for all defaults.</summary>
    public string? Arguments { get; init; }
    public JobPriority Priority { get; init; } = JobPriority.Normal;
    public NotifyOn Notify { get; init; }

    /// <summary>The moment it was planned for; the same in every attempt.</summary>
    public DateTimeOffset ScheduledAt { get; init; }
    public DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not begun before: the planned moment, or the end of the wait before a retry.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When the last attempt began.</summary>
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public JobRunState State { get; set; }

    /// <summary>Why it waits, was skipped or cancelled, for people.</summary>
    public string? Reason { get; set; }

    /// <summary>Since when the gate holds it back.</summary>
    public DateTimeOffset? HeldSince { get; set; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; set; }

    /// <summary>0 to 100.</summary>
    public int Progress { get; set; }
    public string? ProgressText { get; set; }

    /// <summary>One line about what was done.</summary>
    public string? Result { get; set; }

    /// <summary>What went wrong in the last failed attempt, in one line.</summary>
    public string? Error { get; set; }

    /// <summary>The whole exception, for an engineer.</summary>
    public string? ErrorDetail { get; set; }

    /// <summary>The node that runs it, or ran it last.</summary>
    public string? Node { get; set; }
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Who asked for the run to stop; its node sees it within a second.</summary>
    public string? CancelledBy { get; set; }

    /// <summary>The trace id under which logs and traces of the last attempt are found.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Of the last attempt; null before it ended.</summary>
    public long? Milliseconds { get; set; }
}

/// <summary>One attempt that is over.</summary>
public sealed class JobAttempt
{
    public Guid RunId { get; init; }
    public int Number { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset FinishedAt { get; init; }
    public string? Node { get; init; }

    /// <summary>Succeeded, Retrying (failed), Dead, Cancelled or Lost.</summary>
    public JobRunState State { get; init; }

    /// <summary>Its result or its error, in one line.</summary>
    public string? Sentence { get; init; }
    public string? ErrorDetail { get; init; }
    public string? CorrelationId { get; init; }
}

/// <summary>A line that a job wrote about its run.</summary>
public sealed class JobLogLine
{
    public Guid RunId { get; init; }

    /// <summary>From 1 in each attempt, in the order of writing.</summary>
    public int Number { get; init; }
    public int Attempt { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Text { get; init; }
}

/// <summary>When the end of a run is told to the jobs webhook.</summary>
public enum NotifyOn
{
    Never,
    Failure,
    Always,
}
