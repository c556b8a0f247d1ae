using System.Collections.Concurrent;

namespace Restaurant.Domain.Live;

/// <summary>Long-running parts say here that they are alive; readiness tells when one fell silent.</summary>
public sealed class Heartbeats(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Beat> beats = new(StringComparer.Ordinal);

    /// <param name="part">For people: "message pump", "orders room".</param>
    /// <param name="silence">After so long without the next beat something is wrong.</param>
    public void Mark(string part, TimeSpan silence) => beats[part] = new(clock.GetUtcNow(), silence);

    /// <summary>Who has given a sign of life since the start.</summary>
    public IReadOnlyCollection<string> Parts => [.. beats.Keys];

    /// <summary>The parts that fell silent, with the time since their last beat.</summary>
    public IReadOnlyList<(string Part, TimeSpan Since)> Silent()
    {
        var now = clock.GetUtcNow();
        return [.. beats.Where(beat => now - beat.Value.At > beat.Value.Silence).Select(beat => (beat.Key, now - beat.Value.At)).OrderBy(beat => beat.Key)];
    }

    private readonly record struct Beat(DateTimeOffset At, TimeSpan Silence);
}
