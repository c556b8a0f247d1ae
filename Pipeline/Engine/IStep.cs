using Restaurant.Domain.Runs;

namespace Restaurant.Pipeline.Engine;

/// <summary>One thing done to a context. It knows no queue, clock, logger, retry or database: the engine does.</summary>
public interface IStep<TContext>
{
    /// <summary>As people see it; unique in its flow, because a replay may begin at it.</summary>
    string Name { get; }

    /// <summary>A step that does not wait for anything returns a finished ValueTask and allocates no task.</summary>
    ValueTask<StepResult<TContext>> RunAsync(TContext context, CancellationToken cancellationToken);
}

/// <param name="Summary">One sentence for people.</param>
/// <param name="Detail">JSON for machines; null when there is nothing to add.</param>
public readonly record struct StepResult<TContext>(
    TContext Context, string Summary, string? Detail = null, StepOutcome Outcome = StepOutcome.Continued);
