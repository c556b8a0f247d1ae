namespace Restaurant.Domain.Jobs;

/// <summary>What is true of a kind of background work, whoever starts it. Every value but key, name and description has a working default.</summary>
/// <param name="Key">Lower case, "feature/what", at most 80 characters. Kept with every run, so it never changes.</param>
/// <param name="Name">For people: "Daily order CSV".</param>
/// <param name="Description">One sentence for a manager: what it does and why.</param>
public sealed record JobDefinition(string Key, string Name, string Description)
{
    public const int MaxKey = 80;

    /// <summary>When it runs by itself; null where only people and other jobs start it.</summary>
    public Timetable? Schedule { get; init; }

    public MissedRuns Missed { get; init; } = MissedRuns.Once;

    public JobPriority Priority { get; init; } = JobPriority.Normal;

    public RetryPolicy Retry { get; init; } = RetryPolicy.Default;

    /// <summary>After so long the job's token is cancelled, and it has until the hard limit to end by itself.</summary>
    public TimeSpan SoftLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After so long the attempt has failed, whether or not the job listens, and its place is free again.</summary>
    public TimeSpan HardLimit { get; init; } = TimeSpan.FromMinutes(11);

    /// <summary>How many runs of this job may be under way at once, on all nodes together.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>How many runs may begin in a time, on all nodes together; null for any number.</summary>
    public RateLimit? Rate { get; init; }

    /// <summary>Asks the gate: waits while the house is busy.</summary>
    public bool IsHeavy { get; init; }

    /// <summary>Whether a run whose node died is begun again. Where it is not, such a run is marked lost and a person decides.</summary>
    public bool MayRepeat { get; init; } = true;

    /// <summary>False for the small regular jobs whose successes nobody looks for: they are kept a day, then forgotten.</summary>
    public bool KeepsHistory { get; init; } = true;

    /// <summary>The record its arguments are read into.</summary>
    public Type Arguments { get; init; } = typeof(NoArguments);

    /// <summary>The arguments as a form shows them.</summary>
    public IReadOnlyList<JobParameter> Parameters => JobArguments.Parameters(Arguments);
}

/// <summary>Of what waits, the higher is begun first.</summary>
public enum JobPriority
{
    Low = 10,
    Normal = 20,
    High = 30,
    Urgent = 40,
}

/// <summary>At most so many beginnings in any stretch of so long.</summary>
public sealed record RateLimit(int Runs, TimeSpan Per);

/// <summary>For jobs that need to be told nothing.</summary>
public sealed record NoArguments;
