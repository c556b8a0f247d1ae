using System.Diagnostics;
using Restaurant.Web.Commands;

namespace Restaurant.Web.Tests;

/// <summary>The program as a process of its own, on a folder of its own: what it prints, and where it listens.</summary>
internal sealed class RealProgram : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-real-");
    private readonly Process process;

    private RealProgram(string[] settings) => process = Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(RestaurantCommands).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0", "--data", folder.FullName, .. settings])
    {
        RedirectStandardOutput = true,
    })!;

    /// <summary>What was printed until it served.</summary>
    public List<string> Lines { get; } = [];

    public string Address
    {
        get
        {
            const string Words = "Now listening on: ";
            var line = Lines.First(line => line.Contains(Words, StringComparison.Ordinal));
            return line[(line.IndexOf(Words, StringComparison.Ordinal) + Words.Length)..].Split('"')[0].Trim();
        }
    }

    public static async Task<RealProgram> StartAsync(params string[] settings)
    {
        var program = new RealProgram(settings);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(180));
        try
        {
            while (await program.process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                program.Lines.Add(line);
                if (line.Contains("Application started", StringComparison.Ordinal))
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody else ends what has started.
            await program.DisposeAsync();
            throw;
        }

        // Nobody reads on, and a full pipe would hold the program up.
        _ = program.process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }
}
