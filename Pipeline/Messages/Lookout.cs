using Restaurant.Domain.Messages;

namespace Restaurant.Pipeline.Messages;

/// <summary>When the pump looks into the table: an empty look costs the database as much as a full one.</summary>
internal sealed class Lookout(TimeProvider clock, PumpSettings settings)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(40);
    private readonly TimeSpan orphansEvery = settings.Lease / 8;
    private DateTimeOffset next = clock.GetUtcNow();
    private DateTimeOffset nextOrphans = clock.GetUtcNow();
    private int signalled;
    private volatile bool held;
    private long heldUntil;
    private long lookedAt;
    private long restsUntil;
    private int ended;
    private int endedBefore;

    /// <summary>The last look found as much as was asked for, or did not see the end of the queue: more waits.</summary>
    public bool IsBehind { get; private set; }

    public bool IsDue => Until(restsUntil) == TimeSpan.Zero && ((IsSignalled && Until(Volatile.Read(ref heldUntil)) == TimeSpan.Zero) || IsPast(next, settings.SafetyPace));

    public bool IsTimeForOrphans => IsPast(nextOrphans, orphansEvery);

    public bool SeesOrphans { get; private set; }

    public TimeSpan Wait
    {
        get
        {
            var wait = next - clock.GetUtcNow();
            if (IsSignalled && Until(Volatile.Read(ref heldUntil)) is var until && until < wait)
                wait = until;
            if (Until(restsUntil) is var rest && rest > wait)
                wait = rest;
            return wait > settings.SafetyPace ? settings.SafetyPace : wait > Shortest ? wait : Shortest;
        }
    }

    private bool IsSignalled => Volatile.Read(ref signalled) != 0;

    public void Signalled() => Interlocked.Exchange(ref signalled, 1);

    /// <summary>A signal from now on is about something that the look may miss.</summary>
    public void Looks()
    {
        lookedAt = clock.GetTimestamp();
        endedBefore = Volatile.Read(ref ended);
        Interlocked.Exchange(ref signalled, 0);
    }

    public void Saw(Claim claim)
    {
        IsBehind = claim.More;

        // In a stream turns end, and batches too, hundreds of times a second: what comes due within a moment is found by one look.
        restsUntil = claim.Messages.Count > 0 && !IsBehind ? After(lookedAt, Moment) : 0;

        // What was not among them waits for its sender, until a batch ends.
        held = claim.Held || claim.Messages.Count > 0;

        // Where all that is due waits for its senders, another look before a batch has ended would mostly see the same.
        if (claim.Held && Volatile.Read(ref ended) != endedBefore)
            Signalled();
        else if (claim.Held && claim.Messages.Count == 0)
            Volatile.Write(ref heldUntil, After(clock.GetTimestamp(), IsBehind ? settings.SafetyPace : Moment));
        if (IsBehind && claim.Messages.Count > 0)
            Signalled();
        var safety = clock.GetUtcNow() + settings.SafetyPace;
        next = claim.NextDue < safety ? claim.NextDue.Value : safety;
    }

    public void SawOrphans(bool any)
    {
        SeesOrphans = any;
        nextOrphans = clock.GetUtcNow() + orphansEvery;
    }

    private long After(long timestamp, TimeSpan time) => timestamp + (long)(time.TotalSeconds * clock.TimestampFrequency);

    private TimeSpan Until(long timestamp) => clock.GetTimestamp() is var now && now < timestamp ? clock.GetElapsedTime(now, timestamp) : TimeSpan.Zero;

    // Further away than it was ever set: the clock was set back.
    private bool IsPast(DateTimeOffset moment, TimeSpan farthest) => clock.GetUtcNow() is var now && (now >= moment || moment - now > farthest);

    public void BatchEnded()
    {
        Interlocked.Increment(ref ended);
        Volatile.Write(ref heldUntil, 0);
        if (held)
            Signalled();
    }
}
