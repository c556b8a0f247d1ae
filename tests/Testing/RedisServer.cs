using System.Diagnostics;

namespace Restaurant.Testing;

/// <summary>A throw-away Redis on 127.0.0.1 that may be stopped, frozen by its process id, and started again on its port.</summary>
public sealed class RedisServer(string folder) : IDisposable
{
    private readonly int port = FreePort.Lasting();
    private Process? process;

    public string ConnectionString => $"127.0.0.1:{port}";

    public int Id => process!.Id;

    public void Start()
    {
        process?.Dispose();
        process = Process.Start(new ProcessStartInfo(
            "redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--logfile", Path.Combine(folder, "redis.log"), "--dir", folder]));
    }

    public async Task StopAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill();
        process?.Dispose();
    }
}
