using System.Threading.Channels;
using Restaurant.Domain.Live;

namespace Restaurant.Web.Components.Beats;

/// <summary>One part of a page between two wakes. Touched under the lock of <see cref="Pulse"/> alone.</summary>
internal sealed class Follower(Following following)
{
    private readonly Channel<Wake> wakes = Channel.CreateBounded<Wake>(1);
    private Topic changed;
    private long last = -1_000_000;
    private long? quietSince;
    private bool waits;

    public bool IsPending => changed != Topic.None && following.Onlooker.IsThere;

    public void Mark(Topic topics) => changed |= topics & following.Topics;

    public ValueTask<Wake> WaitAsync(CancellationToken cancellationToken)
    {
        waits = true;
        return wakes.Reader.ReadAsync(cancellationToken);
    }

    /// <summary><see cref="WakeIfDue"/>; where the page's own pace fails, that is its own fault to hear of, and all others are still woken.</summary>
    public void WakeOrFail(Beat beat, long number, TimeSpan share)
    {
        try
        {
            WakeIfDue(beat, number, share);
        }
        catch (Exception exception)
        {
            wakes.Writer.TryComplete(exception);
        }
    }

    /// <param name="number">The beat's.</param>
    /// <param name="share">The shortest time between two wakes of anybody.</param>
    public bool WakeIfDue(Beat beat, long number, TimeSpan share)
    {
        if (!waits || !following.Onlooker.IsThere)
            return false;
        var every = Pulse.In(Longest(share, following.Pace(), following.Onlooker.IsLooking || following.EvenUnseen ? null : Pulse.Unseen));
        var quiet = following.AtLeastEvery is { } limit ? Math.Max(every, Pulse.In(limit)) : long.MaxValue;
        quietSince ??= number;

        // On the same beats as all others of this pace, so that they read together.
        var moved = changed != Topic.None && (number - last >= every || number / every != last / every);
        if (!moved && number - quietSince < quiet)
            return false;
        (last, quietSince, waits) = (number, number, false);
        wakes.Writer.TryWrite(new(beat, changed));
        changed = Topic.None;
        return true;
    }

    private static TimeSpan Longest(TimeSpan share, params ReadOnlySpan<TimeSpan?> others)
    {
        foreach (var other in others)
            share = other > share ? other.Value : share;
        return share;
    }
}
