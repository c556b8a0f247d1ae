namespace Restaurant.Infrastructure.Jobs.Gate;

/// <summary>Where there is no /proc: the runtime's own counters. It sees only this program's processor time.</summary>
internal sealed class RuntimeGauges : IGaugeSource
{
    public Gauges Read()
    {
        var memory = GC.GetGCMemoryInfo();
        var cpu = Environment.CpuUsage.TotalTime;
        return new(
            cpu.TotalSeconds, Environment.TickCount64 / 1000.0 * Environment.ProcessorCount, null, TimeSpan.Zero, cpu,
            memory.MemoryLoadBytes > 0 ? memory.MemoryLoadBytes : Environment.WorkingSet, memory.TotalAvailableMemoryBytes, "the runtime's counters");
    }
}
