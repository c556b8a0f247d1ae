using System.Collections.Immutable;
using Restaurant.Domain.Runs;
using Restaurant.Pipeline.Engine;

namespace Restaurant.Pipeline.Live;

/// <summary>One run while it lasts. The flow writes, pages read; disposing it takes it off the board.</summary>
public sealed class RunInProgress(long messageNumber, TimeProvider clock, Action wake, Action<RunInProgress> forget) : IStepWatcher, IDisposable
{
    // Nobody sees a step that is over sooner; waking pages for it would only cost.
    private static readonly TimeSpan WorthShowing = TimeSpan.FromMilliseconds(50);
    private volatile Shown shown = new([], null, 0);

    public long MessageNumber => messageNumber;

    /// <summary>The steps that are done, in the order in which they started.</summary>
    public ImmutableArray<RunStep> Done => shown.Done;

    /// <summary>The step that is being worked on and for how long; null between steps.</summary>
    public (string Step, TimeSpan Since)? Current => shown is { Step: { } step, Started: var started } ? (step, clock.GetElapsedTime(started)) : null;

    public void Starting(string step) => shown = new(shown.Done, step, clock.GetTimestamp());

    public void Finished(RunStep step)
    {
        var slow = clock.GetElapsedTime(shown.Started) >= WorthShowing;
        shown = new(shown.Done.Add(step), null, 0);
        if (slow)
            wake();
    }

    public void Dispose() => forget(this);

    // One reference, so that a reader never sees a step both done and under way.
    private sealed record Shown(ImmutableArray<RunStep> Done, string? Step, long Started);
}
