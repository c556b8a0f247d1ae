using Restaurant.Domain.Jobs.Gate;

namespace Restaurant.Domain.Jobs;

/// <summary>The nodes that run jobs, by their own word.</summary>
public interface IJobNodes
{
    /// <summary>All that gave a sign of life within a day, the present ones first.</summary>
    Task<IReadOnlyList<JobNode>> ListAsync(CancellationToken cancellationToken);

    /// <summary>A sign of life.</summary>
    Task BeatAsync(JobNode node, CancellationToken cancellationToken);
}

/// <summary>A node's last sign of life.</summary>
public sealed class JobNode
{
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public required string Name { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>How many jobs it runs at once, at most.</summary>
    public int Places { get; init; }
    public int Running { get; init; }
    public required GateReading Gauges { get; init; }
    public bool GateOpen { get; init; }

    /// <summary>The gate's decision in words.</summary>
    public string GateSentence { get; init; } = "";

    public bool IsAlive(DateTimeOffset now) => now - SeenAt < Silence;
}
