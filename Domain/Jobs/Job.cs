namespace Restaurant.Domain.Jobs;

/// <summary>
/// Background work: one class, made anew for every attempt in a scope of its own, registered with AddJob. It must be idempotent: an attempt whose
/// node dies is made again. It knows no schedule, queue or retry. It fails by throwing.
/// </summary>
public abstract class Job
{
    /// <returns>One line for people about what was done: "412 orders written".</returns>
    public abstract Task<string> RunAsync(string? arguments, IJobProgress progress, CancellationToken cancellationToken);
}

/// <typeparam name="TArguments">A record with a default for everything and data annotations as limits.</typeparam>
public abstract class Job<TArguments> : Job
    where TArguments : class, new()
{
    public sealed override Task<string> RunAsync(string? arguments, IJobProgress progress, CancellationToken cancellationToken) =>
        RunAsync(JobArguments.Read<TArguments>(arguments), progress, cancellationToken);

    /// <inheritdoc cref="Job.RunAsync"/>
    public abstract Task<string> RunAsync(TArguments arguments, IJobProgress progress, CancellationToken cancellationToken);
}

/// <summary>Implemented by every job class, so that it can be registered by its type alone.</summary>
public interface IDefinedJob
{
    static abstract JobDefinition Definition { get; }
}

/// <summary>What a job tells while it works. Costs nothing to call often: it is written at most twice a second.</summary>
public interface IJobProgress
{
    Guid RunId { get; }

    /// <summary>Counted from 1.</summary>
    int Attempt { get; }

    /// <summary>The moment for which the run was planned: the same in every attempt, so that "yesterday" stays the same day.</summary>
    DateTimeOffset ScheduledAt { get; }

    /// <summary>A person's e-mail, "schedule", "chain" or a part of the product.</summary>
    string StartedBy { get; }

    /// <param name="percent">0 to 100.</param>
    /// <param name="sentence">For people: "3 of 7 collections".</param>
    void Report(int percent, string sentence);

    /// <summary>A line for the run's page.</summary>
    void Log(string line);
}

/// <summary>Another attempt would fail the same way: the run becomes a dead letter at once. The message says what to do.</summary>
public sealed class GiveUpException(string message) : Exception(message);
