using Restaurant.Domain.Jobs.Gate;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Jobs.Gate;

/// <summary>Measures this node about once a second, when asked: from the kernel's files where there are any, else from the runtime's counters.</summary>
internal sealed class GateMeter(IGaugeSource source, TimeProvider clock) : IGateMeter, IProcessorLoad
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    // Over less time the kernel's counters have hardly moved, and would say anything.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);
    private readonly Lock measuring = new();
    private Gauges? last;
    private long lastAt;
    private GateReading? reading;

    /// <summary>What the pump asks for its pace; nothing measured counts as idle there.</summary>
    public double Busy => Read().MachineCpu;

    public GateReading Read()
    {
        lock (measuring)
        {
            if (last is not null && clock.GetElapsedTime(lastAt) < (reading is { Problem: null } ? Window : Shortest))
                return reading!;
            try
            {
                return reading = Measure();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or InvalidDataException)
            {
                // The gate takes it for full, and the page and the health check show the words.
                last = null;
                return reading = GateReading.Failed(clock.GetUtcNow(), exception.Message);
            }
        }
    }

    private GateReading Measure()
    {
        var (before, beforeAt) = (last, lastAt);
        var now = source.Read();
        (last, lastAt) = (now, clock.GetTimestamp());
        if (before is null)
            return GateReading.Failed(clock.GetUtcNow(), "it has only begun to look");

        var seconds = Math.Max(clock.GetElapsedTime(beforeAt, lastAt).TotalSeconds, 0.001);
        var used = now.MemoryTotal > 0 ? now.MemoryUsed / (double)now.MemoryTotal : throw new InvalidDataException("The machine's memory could not be read.");
        return new(
            clock.GetUtcNow(),
            Share(now.MachineBusy - before.MachineBusy, now.MachineAll - before.MachineAll),
            now.ContainerProcessors is { } processors ? Share((now.ContainerCpu - before.ContainerCpu).TotalSeconds, seconds * processors) : null,
            Share((now.ProcessCpu - before.ProcessCpu).TotalSeconds, seconds * Environment.ProcessorCount),
            Math.Clamp(used, 0, 1), now.MemoryUsed, Environment.WorkingSet, now.Source);
    }

    private static double Share(double part, double whole) => whole <= 0 ? 0 : Math.Clamp(part / whole, 0, 1);
}

/// <summary>Counters at one moment; two of them make a reading.</summary>
internal interface IGaugeSource
{
    Gauges Read();
}

/// <param name="MachineBusy">In the same unit as <paramref name="MachineAll"/>, since the machine started.</param>
/// <param name="ContainerProcessors">How many processors' time the container may use; null without such a limit.</param>
/// <param name="MemoryUsed">Bytes, of the machine or of the container, whichever is nearer to its limit.</param>
internal sealed record Gauges(
    double MachineBusy, double MachineAll, double? ContainerProcessors, TimeSpan ContainerCpu, TimeSpan ProcessCpu, long MemoryUsed, long MemoryTotal, string Source);
