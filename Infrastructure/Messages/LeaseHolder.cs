using System.Diagnostics;
using System.Globalization;

namespace Restaurant.Infrastructure.Messages;

/// <summary>The name under which a process holds leases: machine, process and when it began, so that a restarted machine knows who is gone.</summary>
internal static class LeaseHolder
{
    private const char Between = '|';

    // Each process works out the moment of the machine's start for itself, and they do not agree to the tick.
    private const long AsGoodAsSame = 2 * TimeSpan.TicksPerSecond;

    public static string Machine { get; } = Environment.MachineName[..Math.Min(40, Environment.MachineName.Length)] + Between;

    public static string This { get; } = Machine + Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + Between + Began(Process.GetCurrentProcess());

    /// <summary>True only for a process of this machine that does not run any more; of other machines nothing is known.</summary>
    public static bool IsGone(string owner)
    {
        if (!owner.StartsWith(Machine, StringComparison.Ordinal) || owner.StartsWith(This, StringComparison.Ordinal))
            return false;
        var parts = owner[Machine.Length..].Split(Between, '/');
        if (parts.Length < 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var began)
                || Math.Abs(process.StartTime.Ticks - began) > AsGoodAsSame;
        }
        catch (ArgumentException)
        {
            return true; // there is no such process
        }
    }

    private static string Began(Process process) => process.StartTime.Ticks.ToString(CultureInfo.InvariantCulture);
}
