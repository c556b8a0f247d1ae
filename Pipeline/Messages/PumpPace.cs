namespace Restaurant.Pipeline.Messages;

/// <summary>How hard the pump works at the moment.</summary>
/// <param name="Workers">How many messages are understood at the same time.</param>
/// <param name="BatchSize">How many are claimed and registered together, at most.</param>
public sealed record PumpPace(int Workers, int BatchSize)
{
    private const int SmallestBatch = 32;
    public const int LargestBatch = 1000;

    /// <summary>So many messages are worth a batch of their own beside one that is under way.</summary>
    public const int WorthABatch = 250;

    /// <summary>A backlog from which on its length makes no difference any more.</summary>
    public const int Long = 4 * LargestBatch;

    // From this size on messages come faster than one by one, and nobody sees the difference of a moment.
    private const int Crowd = 16;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(40);

    // Above the first we leave room for others, above the second only what keeps the queue moving.
    private const double Busy = 0.75;
    private const double Full = 0.95;

    /// <param name="busy">The share of the machine's processors in use, 0 to 1; our own use counts too.</param>
    /// <param name="backlog">Messages that wait or are worked on.</param>
    public static PumpPace For(double busy, int backlog, int processors)
    {
        // A long queue is worth the whole machine: most of what keeps it busy then is the queue itself.
        var behind = backlog > 2 * LargestBatch;
        var workers = (busy, behind) switch
        {
            ( < Busy, _) => processors,
            ( < Full, true) => processors,
            ( < Full, false) => processors / 2,
            (_, true) => processors - 1,
            _ => processors / 4,
        };

        // A batch costs one trip to the disk whatever its size; in a short queue a small one answers sooner.
        return new(Math.Max(1, workers), Math.Clamp(backlog / 4, SmallestBatch, LargestBatch));
    }

    /// <summary>How long after the last batch began the next one gathers: many small ones would cost the database more than the messages do.</summary>
    public static TimeSpan GatherAfter(int lastBatch) => lastBatch < Crowd ? TimeSpan.Zero : Moment;
}
