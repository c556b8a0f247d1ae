using System.Text.Json;

namespace Restaurant.Web.Tests.Telemetry;

/// <summary>The real program's own output, as a collector of logs reads it.</summary>
public sealed class LogFormatTests
{
    [Fact]
    public async Task As_json_every_line_of_the_log_is_one_object_with_time_level_category_and_message()
    {
        await using var program = await RealProgram.StartAsync("--Logging:Format=json");

        // The welcome with the first owner's link is for a person at the console, and no line of the log.
        var lines = program.Lines.Where(line => line.Length > 0 && !line.StartsWith("  ", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBeGreaterThan(2);
        foreach (var line in lines.Select(line => JsonDocument.Parse(line).RootElement))
        {
            line.GetProperty("Timestamp").GetDateTimeOffset().Offset.ShouldBe(TimeSpan.Zero);
            line.GetProperty("LogLevel").GetString()!.ShouldNotBeEmpty();
            line.GetProperty("Category").GetString()!.ShouldNotBeEmpty();
            line.GetProperty("Message").GetString()!.ShouldNotBeEmpty();
        }
    }
}
