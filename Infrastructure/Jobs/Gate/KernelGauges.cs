using System.Globalization;

namespace Restaurant.Infrastructure.Jobs.Gate;

/// <summary>Linux: /proc for the machine, cgroup v2 for the container.</summary>
/// <param name="root">The file system's root; another one in tests.</param>
internal sealed class KernelGauges(string root = "/") : IGaugeSource
{
    private const string NoLimit = "max";
    private readonly string group = Path.Combine(root, "sys/fs/cgroup");

    public static bool Exist(string root = "/") => File.Exists(Path.Combine(root, "proc/stat")) && File.Exists(Path.Combine(root, "proc/meminfo"));

    public Gauges Read()
    {
        var (busy, all) = Machine();
        var memory = Lines("proc/meminfo", ':');
        var total = Kilobytes(memory, "MemTotal");
        var used = total - Kilobytes(memory, "MemAvailable");
        var processors = ContainerProcessors();
        var cpu = processors is null ? TimeSpan.Zero : TimeSpan.FromMicroseconds(Number(Lines("sys/fs/cgroup/cpu.stat", ' '), "usage_usec"));
        var container = ContainerMemory();
        if (container is { } limited && limited.Used / (double)limited.Total > used / (double)total)
            (used, total) = limited;
        return new(busy, all, processors, cpu, Environment.CpuUsage.TotalTime, used, total, processors is null && container is null ? "/proc" : "/proc and cgroup v2");
    }

    // "cpu user nice system idle iowait irq softirq steal guest guest_nice": the two that are not work are the fourth and the fifth.
    private (double Busy, double All) Machine()
    {
        var line = File.ReadLines(Path.Combine(root, "proc/stat")).FirstOrDefault() ?? "";
        var ticks = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return ticks.Length < 8 ? throw new InvalidDataException("/proc/stat cannot be read.") : (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
    }

    // "200000 100000": two processors' time in every 100 ms.
    private double? ContainerProcessors()
    {
        var file = Path.Combine(group, "cpu.max");
        if (!File.Exists(file) || File.ReadAllText(file).Split(' ', StringSplitOptions.TrimEntries) is not [var quota, var period] || quota == NoLimit)
            return null;
        return double.Parse(quota, CultureInfo.InvariantCulture) / double.Parse(period, CultureInfo.InvariantCulture);
    }

    private (long Used, long Total)? ContainerMemory()
    {
        var file = Path.Combine(group, "memory.max");
        if (!File.Exists(file) || File.ReadAllText(file).Trim() is not { Length: > 0 } limit || limit == NoLimit)
            return null;

        // What the kernel keeps of files it can drop at any time is not in use.
        var used = long.Parse(File.ReadAllText(Path.Combine(group, "memory.current")).Trim(), CultureInfo.InvariantCulture);
        var cached = Number(Lines("sys/fs/cgroup/memory.stat", ' '), "inactive_file");
        return (Math.Max(0, used - cached), long.Parse(limit, CultureInfo.InvariantCulture));
    }

    private Dictionary<string, string> Lines(string file, char between) => File.ReadLines(Path.Combine(root, file))
        .Select(line => line.Split(between, 2, StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 2)
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static long Kilobytes(Dictionary<string, string> lines, string name) =>
        lines.TryGetValue(name, out var text) ? 1024 * long.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture) : throw new InvalidDataException($"/proc/meminfo has no {name}.");

    private static long Number(Dictionary<string, string> lines, string name) =>
        lines.TryGetValue(name, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : throw new InvalidDataException($"The container's counters have no {name}.");
}
