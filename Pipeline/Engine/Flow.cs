using Restaurant.Domain.Runs;

namespace Restaurant.Pipeline.Engine;

/// <summary>Runs steps one after the other, measures each, and turns an exception into an outcome.</summary>
public sealed class Flow<TContext>(TimeProvider clock, IReadOnlyList<IStep<TContext>> steps)
{
    /// <summary>Ends early at a step that fails; what the steps before it found stays.</summary>
    /// <param name="first">The index of the step to begin at.</param>
    public async ValueTask<FlowResult<TContext>> RunAsync(
        TContext context, int first, CancellationToken cancellationToken, IStepWatcher? watcher = null)
    {
        var trace = new List<RunStep>(steps.Count + 1); // room for the step that registers
        var start = clock.GetTimestamp();
        for (var at = first; at < steps.Count; at++)
        {
            var step = steps[at];
            watcher?.Starting(step.Name);
            var began = clock.GetTimestamp();
            try
            {
                var result = await step.RunAsync(context, cancellationToken);
                context = result.Context;
                trace.Add(Record(step, result.Outcome, result.Summary, result.Detail, start, began));
                watcher?.Finished(trace[^1]);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                trace.Add(Record(step, StepOutcome.Failed, $"{step.Name} failed: {exception.Message}", null, start, began));
                watcher?.Finished(trace[^1]);
                return new(context, trace, Microseconds(start, clock.GetTimestamp()), exception);
            }
        }

        return new(context, trace, Microseconds(start, clock.GetTimestamp()), null);
    }

    private RunStep Record(IStep<TContext> step, StepOutcome outcome, string summary, string? detail, long start, long began) =>
        new(step.Name, outcome, summary, Microseconds(start, began), Microseconds(began, clock.GetTimestamp()), detail);

    private long Microseconds(long from, long to) => clock.GetElapsedTime(from, to).Ticks / TimeSpan.TicksPerMicrosecond;
}

/// <param name="Trace">Every step that ran, in the order in which they started.</param>
/// <param name="Failure">What the last step threw; null when all steps ran.</param>
public sealed record FlowResult<TContext>(TContext Context, List<RunStep> Trace, long Microseconds, Exception? Failure);
