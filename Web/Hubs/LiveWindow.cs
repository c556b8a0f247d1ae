using System.Collections.Immutable;
using System.Threading.Channels;
using Restaurant.Domain.Live;

namespace Restaurant.Web.Hubs;

/// <summary>
/// The newest events, read once for all listeners. A listener keeps its own place and reads on from here; one that fell behind the window
/// reads from the database instead, so a slow one costs neither memory nor the others' time.
/// </summary>
internal sealed class LiveWindow(ILiveEvents events)
{
    private const int Size = 2000;
    private const int Portion = 500;
    private volatile Shown shown = Shown.Nothing;
    private ImmutableHashSet<Channel<bool>> listeners = [];

    public bool IsWatched => !listeners.IsEmpty;

    /// <summary>Wakes when there may be something new; dispose it by <see cref="Leave"/>.</summary>
    public Channel<bool> Join()
    {
        var dirty = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        dirty.Writer.TryWrite(true);
        ImmutableInterlocked.Update(ref listeners, set => set.Add(dirty));
        return dirty;
    }

    public void Leave(Channel<bool> dirty) => ImmutableInterlocked.Update(ref listeners, set => set.Remove(dirty));

    /// <summary>Reads what is new and wakes the listeners. Called by one loop only.</summary>
    /// <returns>True when it should be called again soon.</returns>
    public async Task<bool> PullAsync(CancellationToken cancellationToken)
    {
        if (!IsWatched)
        {
            // Nobody listens: the next one starts from where the events are then.
            shown = Shown.Nothing;
            return false;
        }

        var before = shown;
        if (before == Shown.Nothing)
        {
            var newest = await events.NewestAsync(cancellationToken);
            before = new([], newest, newest);
        }

        var batch = await events.AfterAsync(before.End, Portion, cancellationToken);
        var woken = shown == Shown.Nothing || batch.Events.Count > 0;
        shown = before.With(batch.Events);

        // Also when the window has just opened: what came between a listener's first look and now stands before it.
        if (woken)
            Wake();
        return batch.More;
    }

    /// <summary>The next events after a listener's place. Who keeps up gets the same portion as all others who do.</summary>
    public async Task<LivePortion> AfterAsync(LivePosition position, CancellationToken cancellationToken)
    {
        var now = shown;
        if (now == Shown.Nothing || position < now.Begin)
            return new((await events.AfterAsync(position, Portion, cancellationToken)).Events);
        return position == now.NewestBegin ? now.Newest : new(now.After(position, Portion));
    }

    private void Wake()
    {
        foreach (var listener in listeners)
            listener.Writer.TryWrite(true);
    }

    /// <param name="Begin">The window holds everything after this place, up to <paramref name="End"/>.</param>
    private sealed record Shown(ImmutableArray<PlacedEvent> Events, LivePosition Begin, LivePosition End)
    {
        public static Shown Nothing { get; } = new([], default, default);

        /// <summary>What the last look brought, and the place it follows.</summary>
        public LivePortion Newest { get; private init; } = LivePortion.Empty;

        public LivePosition NewestBegin { get; private init; } = End;

        public Shown With(IReadOnlyList<PlacedEvent> more)
        {
            if (more.Count == 0)
                return this;
            var all = Events.AddRange(more);
            var tooMany = all.Length - Size;
            var next = tooMany > 0 ? new Shown(all[tooMany..], all[tooMany - 1].Position, all[^1].Position) : new Shown(all, Begin, all[^1].Position);
            return next with { Newest = new(more), NewestBegin = End };
        }

        public ImmutableArray<PlacedEvent> After(LivePosition position, int most)
        {
            var (from, to) = (0, Events.Length);
            while (from < to)
            {
                var middle = (from + to) / 2;
                if (Events[middle].Position > position)
                    to = middle;
                else
                    from = middle + 1;
            }

            return Events.Slice(from, Math.Min(most, Events.Length - from));
        }
    }
}
