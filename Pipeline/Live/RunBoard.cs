using System.Collections.Concurrent;
using Restaurant.Domain.Live;

namespace Restaurant.Pipeline.Live;

/// <summary>
/// The runs that are under way on this node, so that a page can show a slow step while it lasts.
/// Kept in memory only: a run that has ended stands in the database, and one that died with its node starts again there.
/// </summary>
public sealed class RunBoard(ChangeFeed changes, TimeProvider clock)
{
    // More runs than anybody could look at; beyond it a run is simply not shown before it is done.
    private const int Most = 1000;
    private readonly ConcurrentDictionary<long, RunInProgress> running = [];

    public RunInProgress Begin(long messageNumber)
    {
        var run = new RunInProgress(messageNumber, clock, Wake, Forget);
        if (running.Count < Most)
            running[messageNumber] = run;
        Wake();
        return run;
    }

    public RunInProgress? Find(long messageNumber) => running.GetValueOrDefault(messageNumber);

    // Other nodes do not see this board, so they need not be woken.
    private void Wake() => changes.Deliver(Topic.Messages);

    private void Forget(RunInProgress run) => running.TryRemove(KeyValuePair.Create(run.MessageNumber, run));
}
