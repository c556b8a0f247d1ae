using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Jobs;

/// <summary>Runs as people and other parts of the product see them: asking for them, following them, stopping and repeating them.</summary>
public interface IJobRuns
{
    /// <summary>Asks for a run as soon as there is room, or at <see cref="NewRun.DueAt"/>.</summary>
    /// <returns>Refused when there is no such job or it cannot use the arguments. A run with the same cause key is returned as it is.</returns>
    Task<Change<JobRun>> EnqueueAsync(NewRun run, CancellationToken cancellationToken);

    /// <summary>Many at once, in one transaction; those whose cause key is known already are left out.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="InvalidOperationException">There is no such job or it cannot use the arguments; nothing was added.</exception>
    Task<int> EnqueueAllAsync(IReadOnlyList<NewRun> runs, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    /// <param name="after">The last run of the page before; null for the first page.</param>
    Task<RunPage> PageAsync(RunFilter filter, Guid? after, int take, CancellationToken cancellationToken);

    /// <summary>How many fit, counted no further than <paramref name="most"/>.</summary>
    Task<int> CountAsync(RunFilter filter, int most, CancellationToken cancellationToken);

    Task<RunDetail?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Under way now, the longest first.</summary>
    Task<IReadOnlyList<JobRun>> RunningAsync(CancellationToken cancellationToken);

    Task<RunFigures> FiguresAsync(CancellationToken cancellationToken);

    /// <summary>What ran between two moments, by job and by stretch of time.</summary>
    Task<IReadOnlyList<TimelineCell>> TimelineAsync(DateTimeOffset from, DateTimeOffset until, TimeSpan cell, CancellationToken cancellationToken);

    /// <summary>Stops a run: one that waits at once, one under way as soon as its node sees it.</summary>
    Task<Change<JobRun>> CancelAsync(Guid id, string who, string? why, CancellationToken cancellationToken);

    /// <summary>Runs again what is over, as a new run.</summary>
    /// <param name="arguments">JSON instead of the run's own; null for those.</param>
    Task<Change<JobRun>> ReplayAsync(Guid id, string? arguments, string who, CancellationToken cancellationToken);

    /// <summary>All dead letters and lost runs that nobody has replayed yet, of one job or of all; at most a thousand at a time.</summary>
    /// <param name="arguments">JSON instead of each run's own; only for one job.</param>
    /// <returns>How many were replayed.</returns>
    Task<int> ReplayAllAsync(string? jobKey, string? arguments, string who, CancellationToken cancellationToken);
}

/// <summary>A run to be asked for.</summary>
/// <param name="StartedBy">A person's e-mail, a key's name or the part of the product that asks.</param>
public sealed record NewRun(string JobKey, string StartedBy, JobCause Cause = JobCause.Product)
{
    /// <summary>JSON; see <see cref="JobArguments.Write"/>. Null for all defaults.</summary>
    public string? Arguments { get; init; }

    /// <summary>Unique for what the run is about, so that asking twice makes one run; null to run whenever asked.</summary>
    public string? CauseKey { get; init; }
    public JobPriority? Priority { get; init; }

    /// <summary>Null for now.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The moment it is about; null for when it is due.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }
    public NotifyOn Notify { get; init; }
    public Guid? ScheduleId { get; init; }
    public Guid? FromRun { get; init; }
}

/// <summary>Null means any.</summary>
/// <param name="Search">In the job's key, the arguments, the result and the error, whatever the case.</param>
/// <param name="From">Asked for at or after this moment.</param>
/// <param name="MinMilliseconds">Of the last attempt.</param>
/// <param name="Unhandled">Only dead letters and lost runs that nobody has replayed.</param>
public sealed record RunFilter(
    string? Search = null,
    IReadOnlyList<JobRunState>? States = null,
    string? JobKey = null,
    Guid? ScheduleId = null,
    string? Argument = null,
    string? Error = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    long? MinMilliseconds = null,
    long? MaxMilliseconds = null,
    string? Node = null,
    bool Unhandled = false)
{
    public static RunFilter DeadLetters { get; } = new(Unhandled: true);
}

/// <param name="More">There are older ones that fit.</param>
public sealed record RunPage(IReadOnlyList<JobRun> Rows, bool More);

/// <param name="Attempts">Those that are over, oldest first.</param>
public sealed record RunDetail(JobRun Run, IReadOnlyList<JobAttempt> Attempts, IReadOnlyList<JobLogLine> Lines, JobRun? From);

/// <summary>The figures at the head of the page; those with a number of hours are of the last 24.</summary>
/// <param name="Queued">Due and not begun, held back ones included.</param>
/// <param name="Planned">Waiting for a later moment.</param>
/// <param name="OldestDue">Since when the longest waiting run that is due waits.</param>
public sealed record RunFigures(
    int Running, int Queued, int Held, int Retrying, int Planned, int DeadLetters, int Succeeded24, int Failed24, int Skipped24, DateTimeOffset? OldestDue)
{
    public double? SuccessRate => Succeeded24 + Failed24 == 0 ? null : Succeeded24 / (double)(Succeeded24 + Failed24);
}

/// <summary>What ran of a job in a stretch of time.</summary>
/// <param name="Milliseconds">All runs together.</param>
public sealed record TimelineCell(string JobKey, DateTimeOffset At, int Runs, int Failed, int UnderWay, long Milliseconds, Guid NewestRun);
