using Restaurant.Domain.Messages;

namespace Restaurant.Pipeline.Messages;

/// <summary>When the pump looks into the table: an empty look costs the database as much as a full one.</summary>
internal sealed class Lookout(TimeProvider clock, PumpSettings settings)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private readonly TimeSpan orphansEvery = settings.Lease / 8;
    private DateTimeOffset next = clock.GetUtcNow();
    private DateTimeOffset nextOrphans = clock.GetUtcNow();
    private int signalled;
    private volatile bool held;

    /// <summary>The last look found as much as was asked for: more waits.</summary>
    public bool IsBehind { get; private set; }

    public bool IsDue => Volatile.Read(ref signalled) != 0 || IsPast(next, settings.SafetyPace);

    public bool IsTimeForOrphans => IsPast(nextOrphans, orphansEvery);

    public bool SeesOrphans { get; private set; }

    public TimeSpan Wait => next - clock.GetUtcNow() is var wait && wait > settings.SafetyPace ? settings.SafetyPace : wait > Shortest ? wait : Shortest;

    public void Signalled() => Interlocked.Exchange(ref signalled, 1);

    /// <summary>A signal from now on is about something that the look may miss.</summary>
    public void Looks() => Interlocked.Exchange(ref signalled, 0);

    public void Saw(Claim claim, int most)
    {
        IsBehind = claim.Messages.Count >= most;

        // What was not among them waits for its sender, until a batch ends.
        held = claim.Held || claim.Messages.Count > 0;
        if (IsBehind)
            Signalled();
        var safety = clock.GetUtcNow() + settings.SafetyPace;
        next = claim.NextDue < safety ? claim.NextDue.Value : safety;
    }

    public void SawOrphans(bool any)
    {
        SeesOrphans = any;
        nextOrphans = clock.GetUtcNow() + orphansEvery;
    }

    // Further away than it was ever set: the clock was set back.
    private bool IsPast(DateTimeOffset moment, TimeSpan farthest) => clock.GetUtcNow() is var now && (now >= moment || moment - now > farthest);

    public void BatchEnded()
    {
        if (held)
            Signalled();
    }
}
