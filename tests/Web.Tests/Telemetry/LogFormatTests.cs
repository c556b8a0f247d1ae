using System.Diagnostics;
using System.Text.Json;
using Restaurant.Web.Commands;

namespace Restaurant.Web.Tests.Telemetry;

/// <summary>The real program's own output, as a collector of logs reads it.</summary>
public sealed class LogFormatTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-log-");

    [Fact]
    public async Task As_json_every_line_of_the_log_is_one_object_with_time_level_category_and_message()
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                typeof(RestaurantCommands).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0", "--data", folder.FullName, "--Logging:Format=json",
            },
        })!;
        var lines = new List<JsonElement>();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (await program.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                // The welcome with the first owner's link is for a person at the console, and no line of the log.
                if (line.StartsWith('{'))
                    lines.Add(JsonDocument.Parse(line).RootElement);
                else
                    (line.Length == 0 || line.StartsWith("  ", StringComparison.Ordinal)).ShouldBeTrue(line);
                if (line.Contains("Application started", StringComparison.Ordinal))
                    break;
            }
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }

        lines.Count.ShouldBeGreaterThan(2);
        foreach (var line in lines)
        {
            line.GetProperty("Timestamp").GetDateTimeOffset().Offset.ShouldBe(TimeSpan.Zero);
            line.GetProperty("LogLevel").GetString()!.ShouldNotBeEmpty();
            line.GetProperty("Category").GetString()!.ShouldNotBeEmpty();
            line.GetProperty("Message").GetString()!.ShouldNotBeEmpty();
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
