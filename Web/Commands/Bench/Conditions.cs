using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace Restaurant.Web.Commands.Bench;

/// <summary>What a figure depends on, beside the code.</summary>
internal static class Conditions
{
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(BenchRun run, string loadBefore, CancellationToken cancellationToken) =>
        new Dictionary<string, string>
        {
            ["processors"] = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} ({RuntimeInformation.ProcessArchitecture})"),
            ["system"] = RuntimeInformation.OSDescription,
            ["runtime"] = $"{RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} collector",
            ["database"] = await run.Database.DescribeAsync(cancellationToken),
            ["count"] = run.Count.ToString("N0", CultureInfo.InvariantCulture),
            ["stored before"] = run.Stored.ToString("N0", CultureInfo.InvariantCulture),
            ["load average before"] = loadBefore,
            ["load average after"] = Load(),
        };

    /// <summary>How busy the machine is with everything, the last minute first; other people's work on it makes every figure worse.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown on this system";
}
