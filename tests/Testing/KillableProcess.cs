using System.Diagnostics;

namespace Restaurant.Testing;

/// <summary>A program of ours in a process of its own. What is left of it at the end of the test is killed.</summary>
public sealed class KillableProcess : IDisposable
{
    private readonly Process process;

    public KillableProcess(string program, params string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"Could not start {program}.");
        Id = process.Id;

        // Read on, so that it never waits for us.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id { get; }

    /// <summary>SIGKILL: no code of it runs any more.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
