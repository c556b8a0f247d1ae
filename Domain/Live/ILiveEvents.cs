namespace Restaurant.Domain.Live;

/// <summary>
/// What happened, for listeners that must miss nothing. Events are read in an order that never changes afterwards:
/// whatever is written later comes after what was read, on both databases.
/// </summary>
public interface ILiveEvents
{
    /// <summary>The end of what can be read now.</summary>
    Task<LivePosition> NewestAsync(CancellationToken cancellationToken);

    /// <summary>Where a listener stopped that saw the event of this sequence last; 0 means before everything that is kept.</summary>
    Task<LiveStart> FindAsync(long sequence, CancellationToken cancellationToken);

    Task<LiveBatch> AfterAsync(LivePosition position, int take, CancellationToken cancellationToken);

    /// <summary>Forgets what is older than <paramref name="before"/>, and all but the newest <paramref name="keep"/>.</summary>
    /// <returns>How many were forgotten.</returns>
    Task<int> TrimAsync(DateTimeOffset before, int keep, CancellationToken cancellationToken);
}

/// <summary>A place in the order of events: that of the writing transactions, then of their sequences.</summary>
public readonly record struct LivePosition(long Transaction, long Sequence) : IComparable<LivePosition>
{
    public static LivePosition Start { get; } = new(-1, 0);

    public int CompareTo(LivePosition other) =>
        Transaction != other.Transaction ? Transaction.CompareTo(other.Transaction) : Sequence.CompareTo(other.Sequence);

    public static bool operator <(LivePosition left, LivePosition right) => left.CompareTo(right) < 0;

    public static bool operator >(LivePosition left, LivePosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(LivePosition left, LivePosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LivePosition left, LivePosition right) => left.CompareTo(right) >= 0;
}

/// <param name="Missed">Something after the listener's last event is kept no more, so what follows has a hole at its beginning.</param>
public sealed record LiveStart(LivePosition Position, bool Missed);

/// <param name="More">There is more already, or will be as soon as a transaction that runs now has ended: look again soon.</param>
public sealed record LiveBatch(IReadOnlyList<PlacedEvent> Events, bool More);

public sealed record PlacedEvent(LivePosition Position, LiveEvent Event);
