using System.Diagnostics;

namespace Restaurant.Testing;

public static class Signals
{
    /// <param name="name">TERM, KILL, STOP or CONT.</param>
    public static async Task SendAsync(int process, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process}"]);
        await kill.WaitForExitAsync();
    }
}
