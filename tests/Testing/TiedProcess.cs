using System.Diagnostics;

namespace Restaurant.Testing;

/// <summary>A server process whose life is tied to this one: it ends when our end of its standard input closes, even if we are killed.</summary>
public sealed class TiedProcess : IDisposable
{
    private const string Script = """exec 3<&0; log=$1; shift; "$@" </dev/null >"$log" 2>&1 3<&- & p=$!; cat <&3 >/dev/null; kill -INT $p; wait $p""";
    private readonly Process process;

    public TiedProcess(string log, params string[] command)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        foreach (var argument in (string[])["-c", Script, "tied", log, .. command])
            start.ArgumentList.Add(argument);
        process = Process.Start(start) ?? throw new InvalidOperationException($"Could not start {command[0]}.");
    }

    public bool HasExited => process.HasExited;

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(TimeSpan.FromSeconds(10));
        process.Dispose();
    }
}
