namespace Restaurant.Infrastructure.Models;

/// <summary>
/// After a failure, one in a few seconds may try whether it works again; all others are told at once that it does not. So nobody waits in a
/// row for something that is away, and its return is noticed within those seconds.
/// </summary>
internal sealed class Rest(TimeProvider clock)
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(3);
    private long until;

    /// <summary>False where somebody else has tried lately, in vain.</summary>
    public bool MayTry()
    {
        var known = Volatile.Read(ref until);
        var now = clock.GetTimestamp();
        return known == 0 || (now >= known && Interlocked.CompareExchange(ref until, After(now), known) == known);
    }

    public void Works() => Volatile.Write(ref until, 0);

    public void Failed() => Volatile.Write(ref until, After(clock.GetTimestamp()));

    private long After(long now) => now + (long)(Length.TotalSeconds * clock.TimestampFrequency);
}
