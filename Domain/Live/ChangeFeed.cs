using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Restaurant.Domain.Live;

/// <summary>Tells viewers that something changed, never what: each viewer then reads only the rows it shows.</summary>
public sealed class ChangeFeed(TimeProvider clock)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private ImmutableHashSet<Viewer> viewers = [];

    /// <summary>Raised for every change that happened on this node, for those who carry signals to other nodes. Must not block.</summary>
    public event Action<Topic>? Published;

    /// <summary>Never waits: a slow viewer cannot hold up the pipeline.</summary>
    public void Publish(Topic topic)
    {
        Deliver(topic);
        Published?.Invoke(topic);
    }

    /// <summary>Wakes this node's viewers only: the change happened on another node.</summary>
    public void Deliver(Topic topic)
    {
        foreach (var viewer in viewers)
            viewer.Notify(topic);
    }

    /// <summary>Signals at once, then at most ten times a second; the last change is always signalled. The value holds all topics changed since the last signal.</summary>
    /// <param name="atLeastEvery">Signals <see cref="Topic.None"/> when nothing changed for so long: the slow look that catches what a lost signal missed.</param>
    /// <param name="patience">The same where it differs from wait to wait: asked before each.</param>
    public async IAsyncEnumerable<Topic> WatchAsync(
        Topic topics,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        TimeSpan? pace = null,
        TimeSpan? atLeastEvery = null,
        Func<TimeSpan>? patience = null)
    {
        var viewer = new Viewer(topics);
        ImmutableInterlocked.Update(ref viewers, set => set.Add(viewer));
        try
        {
            for (var dirty = viewer.NextAsync(cancellationToken); ;)
            {
                if (await IsDirtyAsync(dirty, patience?.Invoke() ?? atLeastEvery, cancellationToken))
                {
                    dirty = viewer.NextAsync(cancellationToken);

                    // A change between the signal and the last take has been reported already.
                    if (viewer.Take() is not Topic.None and var changed)
                        yield return changed;
                }
                else
                {
                    yield return Topic.None;
                }

                var wait = pace ?? Pace;
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, clock, cancellationToken);
            }
        }
        finally
        {
            ImmutableInterlocked.Update(ref viewers, set => set.Remove(viewer));
        }
    }

    private async Task<bool> IsDirtyAsync(Task dirty, TimeSpan? limit, CancellationToken cancellationToken)
    {
        if (limit is null)
        {
            await dirty;
            return true;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(dirty, Task.Delay(limit.Value, clock, late.Token));
        await late.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return first == dirty;
    }

    private sealed class Viewer(Topic topics)
    {
        private int changed;

        // One slot is enough: it says "dirty", and a second "dirty" adds nothing.
        private readonly Channel<bool> dirty =
            Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public void Notify(Topic topic)
        {
            var mine = topic & topics;
            if (mine == Topic.None)
                return;
            Interlocked.Or(ref changed, (int)mine);
            dirty.Writer.TryWrite(true);
        }

        public Task NextAsync(CancellationToken cancellationToken) => dirty.Reader.ReadAsync(cancellationToken).AsTask();

        public Topic Take() => (Topic)Interlocked.Exchange(ref changed, 0);
    }
}
