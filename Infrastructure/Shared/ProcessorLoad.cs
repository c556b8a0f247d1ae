using System.Globalization;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Shared;

/// <summary>Measured from the kernel's counters; where there are none, from this process's own processor time.</summary>
internal sealed class ProcessorLoad(TimeProvider clock) : IProcessorLoad
{
    private const string Counters = "/proc/stat";
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private readonly Lock measuring = new();
    private (long Busy, long All, long At) last;
    private double busy;

    public double Busy
    {
        get
        {
            lock (measuring)
            {
                if (last.At != 0 && clock.GetElapsedTime(last.At) < Window)
                    return busy;
                var now = Read();
                if (last.At != 0 && now.All > last.All)
                    busy = Math.Clamp((now.Busy - last.Busy) / (double)(now.All - last.All), 0, 1);
                last = now;
                return busy;
            }
        }
    }

    private (long Busy, long All, long At) Read()
    {
        var at = clock.GetTimestamp();
        if (!File.Exists(Counters))
            return (Environment.CpuUsage.TotalTime.Ticks, Environment.TickCount64 * TimeSpan.TicksPerMillisecond * Environment.ProcessorCount, at);

        // "cpu user nice system idle iowait irq softirq steal guest guest_nice": the two that are not work are the fourth and the fifth.
        using var reader = new StreamReader(Counters);
        var line = reader.ReadLine() ?? throw new InvalidDataException($"{Counters} is empty.");
        var ticks = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        var all = ticks.Sum();
        return (all - ticks[3] - ticks[4], all, at);
    }
}
