using System.ComponentModel.DataAnnotations;

namespace Restaurant.Pipeline.Jobs;

/// <summary>How this node works on jobs. Section "Jobs" of the configuration.</summary>
public sealed record WorkerSettings
{
    /// <summary>How many runs are under way at once on this node. Most wait for a disk or a network, so it is more than there are processors.</summary>
    [Range(1, 1000)]
    public int Places { get; init; } = 64;

    /// <summary>How long a node may give no sign of life before its runs are taken over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>How often leases are renewed, progress is written and requests to stop are seen.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The slow look that catches what a lost signal missed, and what a dead node left.</summary>
    public TimeSpan SafetyPace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the node shows itself and its gauges.</summary>
    public TimeSpan Sign { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a job that was asked to stop may take before it is left alone and its place is given away.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long running jobs may take to end when the node stops; then they are given back.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(5);
}
