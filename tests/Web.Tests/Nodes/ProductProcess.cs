using System.Diagnostics;
using Restaurant.Testing;
using Restaurant.Web.Commands;

namespace Restaurant.Web.Tests.Nodes;

/// <summary>The real program in a process of its own, which a test may stop, freeze or kill.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    // The long trials name the program as it is built to be used: beside the tests stand its packages as they came, which are compiled at every start.
    private static readonly string Program = Environment.GetEnvironmentVariable("PRODUCT") ?? typeof(RestaurantCommands).Assembly.Location;
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly ProcessStartInfo start;
    private Process process;

    private ProductProcess(ProcessStartInfo start, int port) => (this.start, Port, process) = (start, port, Process.Start(start)!);

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <param name="log">Where its words go; appended to.</param>
    public static ProductProcess Start(string connectionString, string role, string log, params (string Key, string Value)[] settings)
    {
        var port = FreePort.Lasting();
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", """log=$1; shift; exec "$@" </dev/null >>"$log" 2>&1""", "product", log, "dotnet", Program, "serve" },
            Environment =
            {
                ["ConnectionStrings__Restaurant"] = connectionString,
                ["Restaurant__DataDirectory"] = Path.GetDirectoryName(log),
                // A test starts many nodes on a small machine; the long trials ask for the heaps that the product has.
                ["DOTNET_gcServer"] = Environment.GetEnvironmentVariable("DOTNET_gcServer") ?? "0",
            },
        };
        foreach (var argument in (string[])["--urls", $"http://127.0.0.1:{port}", "--role", role, .. settings.Select(setting => $"--{setting.Key}={setting.Value}")])
            start.ArgumentList.Add(argument);
        return new(start, port);
    }

    public async Task<ProductProcess> AnsweringAsync()
    {
        await Poll.UntilAsync(AnswersAsync, $"the program on port {Port} answers", TimeSpan.FromSeconds(180));
        return this;
    }

    /// <summary>No farewell: as when the power goes.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As an operator stops it: what is under way is finished.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("TERM");
        await process.WaitForExitAsync();
    }

    /// <summary>The same node again, on the same port.</summary>
    public async Task<ProductProcess> StartAgainAsync()
    {
        process.Dispose();
        process = Process.Start(start)!;
        return await AnsweringAsync();
    }

    public Task SignalAsync(string name) => Signals.SendAsync(process.Id, name);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        if (process.HasExited)
            throw new InvalidOperationException($"The program ended with code {process.ExitCode} before it answered: {Words()}");
        try
        {
            return (await Http.GetAsync($"{Address}/health/live")).IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private string Words() => File.ReadAllText(start.ArgumentList[3]) is var all && all.Length > 3000 ? all[^3000..] : all;
}
