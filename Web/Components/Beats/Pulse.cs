using System.Runtime.CompilerServices;
using Restaurant.Domain.Live;

namespace Restaurant.Web.Components.Beats;

/// <summary>
/// Wakes the open pages of this node for what changed: at once after a quiet while, then all together at a pace that follows from how many they
/// are. What changes while a page reads wakes it again, so that the last change is always shown.
/// </summary>
public sealed class Pulse(ChangeFeed changes, OpenPages pages, TimeProvider clock) : IDisposable
{
    /// <summary>How often a page that nobody sees is kept up.</summary>
    internal static readonly TimeSpan Unseen = TimeSpan.FromSeconds(5);

    private const Topic Shown = ~Topic.Waiting;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    // All pages of a node together are drawn a hundred times a second: ten pages ten times each, fifty twice.
    private static readonly TimeSpan EachPage = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly HashSet<Follower> followers = [];
    private CancellationTokenSource? going;
    private bool disposed;

    public async IAsyncEnumerable<Wake> FollowAsync(Following following, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var follower = new Follower(following);
        Join(follower);
        try
        {
            while (true)
                yield return await NextAsync(follower, cancellationToken);
        }
        finally
        {
            Leave(follower);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            Stop();
        }
    }

    /// <summary>The shortest time between two wakes of one page.</summary>
    internal TimeSpan Share => TimeSpan.FromTicks(Math.Clamp(pages.Count * EachPage.Ticks, Shortest.Ticks, Longest.Ticks));

    internal static long In(TimeSpan time) => Math.Max(1, (time.Ticks + Shortest.Ticks - 1) / Shortest.Ticks);

    private ValueTask<Wake> NextAsync(Follower follower, CancellationToken cancellationToken)
    {
        lock (gate)
            return follower.WaitAsync(cancellationToken);
    }

    private void Join(Follower follower)
    {
        lock (gate)
        {
            followers.Add(follower);
            if (going is null && !disposed)
                _ = GoAsync((going = new()).Token);
        }
    }

    // Nobody looks on: nothing is left to do.
    private void Leave(Follower follower)
    {
        lock (gate)
        {
            followers.Remove(follower);
            if (followers.Count == 0)
                Stop();
        }
    }

    private void Stop()
    {
        going?.Cancel();
        going?.Dispose();
        going = null;
    }

    private async Task GoAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var changed in changes.WatchAsync(Shown, cancellationToken, Shortest, patience: Patience).ConfigureAwait(false))
                Tell(changed);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The last one left.
        }
    }

    private void Tell(Topic changed)
    {
        lock (gate)
        {
            // Made in here: what it has marked was committed before anybody reads in it.
            var (beat, number) = (new Beat(), clock.GetElapsedTime(0).Ticks / Shortest.Ticks);
            foreach (var follower in followers)
            {
                follower.Mark(changed);
                follower.WakeOrFail(beat, number, Share);
            }
        }
    }

    private TimeSpan Patience()
    {
        lock (gate)
            return followers.Any(follower => follower.IsPending) ? TimeSpan.Zero : SlowLook;
    }
}
