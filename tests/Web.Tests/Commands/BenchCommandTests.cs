using System.Diagnostics;
using System.Text.Json;
using Restaurant.Testing;
using Restaurant.Web.Commands;

namespace Restaurant.Web.Tests.Commands;

public sealed class BenchCommandTests
{
    [Fact]
    public async Task Measures_the_whole_way_of_messages_and_says_under_which_conditions()
    {
        var result = await RunAsync("messages", "--count", "100");

        Figure(result, "messages registered").ShouldBeGreaterThan(0);
        Figure(result, "one alone, door to registered p99").ShouldBeGreaterThan(0);
        result.GetProperty("conditions").GetProperty("database").GetString()!.ShouldContain("synchronous=FULL");
    }

    [Fact]
    public async Task Measures_over_HTTP_on_a_database_of_its_own_on_the_given_server()
    {
        var result = await RunAsync("ingest", "--count", "100", "--database", PostgresServer.Shared.ConnectionString);

        Figure(result, "acknowledged").ShouldBeGreaterThan(0);
        result.GetProperty("conditions").GetProperty("database").GetString()!.ShouldContain("fsync=off");
    }

    [Theory]
    [InlineData("understanding", "understood on one core")]
    [InlineData("jobs", "runs, asked for one by one by 16")]
    [InlineData("backlog", "worked off, start of the worker included")]
    [InlineData("live", "delivered at full speed")]
    public async Task Measures_one_part_alone(string part, string figure)
    {
        var result = await RunAsync(part, "--count", "100");

        Figure(result, figure).ShouldBeGreaterThan(0);
        result.GetProperty("conditions").GetProperty("load average before").GetString().ShouldNotBeNullOrEmpty();
    }

    private static double Figure(JsonElement result, string name) => result.GetProperty("figures").EnumerateArray()
        .Single(figure => figure.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RestaurantCommands).Assembly.Location, "bench", .. arguments, "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return JsonDocument.Parse(output).RootElement;
    }
}
