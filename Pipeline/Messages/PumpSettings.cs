namespace Restaurant.Pipeline.Messages;

/// <summary>The pump's times; the defaults suit every restaurant, tests use shorter ones.</summary>
public sealed record PumpSettings
{
    /// <summary>How long a claim lasts; renewed while its batch is worked on.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The look at the queue when nobody signalled: for the signal that got lost.</summary>
    public TimeSpan SafetyPace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The waits between attempts. After the last one the message is a dead letter.</summary>
    public IReadOnlyList<TimeSpan> Backoff { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    /// <summary>Batches under way at the same time: one is understood while others are on their way to the disk.</summary>
    public int Batches { get; init; } = 3;
}
