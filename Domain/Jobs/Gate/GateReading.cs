namespace Restaurant.Domain.Jobs.Gate;

/// <summary>How busy this node is, measured. Shares are 0 to 1.</summary>
/// <param name="MachineCpu">Of all processors of the machine, whoever uses them.</param>
/// <param name="ContainerCpu">Of the processors this container may use; null outside a container with a limit.</param>
/// <param name="ProcessCpu">Of all processors, by this program alone.</param>
/// <param name="MemoryUsed">Of the memory of the machine, or of the container where that is nearer to its limit.</param>
/// <param name="Source">Where the figures come from: "/proc and cgroup v2".</param>
/// <param name="Problem">Why nothing could be measured, for people; null when the figures are good.</param>
public sealed record GateReading(
    DateTimeOffset At, double MachineCpu, double? ContainerCpu, double ProcessCpu, double MemoryUsed, long MemoryBytes, long ProcessBytes, string Source,
    string? Problem = null)
{
    /// <summary>The figure the limit is held against: the machine's, or the container's where that is higher.</summary>
    public double Cpu => Math.Max(MachineCpu, ContainerCpu ?? 0);

    public static GateReading Failed(DateTimeOffset at, string problem) => new(at, 0, null, 0, 0, 0, 0, "", problem);
}

/// <summary>Measures this node. Never throws: what cannot be measured is a reading with a problem.</summary>
public interface IGateMeter
{
    /// <summary>The newest reading, about a second old; never waits.</summary>
    GateReading Read();
}
