using System.Text.Json;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Commands;

public sealed class SimulateCommandTests : IDisposable
{
    private readonly Simulation simulation = new();

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_message_of_a_file_is_accounted_for_and_playing_it_again_adds_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var messages = simulation.Messages(200);

        for (var time = 0; time < 2; time++)
        {
            using var run = simulation.Start(database, messages);
            var printed = JsonDocument.Parse(await run.StandardOutput.ReadToEndAsync()).RootElement;
            await run.WaitForExitAsync();

            run.ExitCode.ShouldBe(0);
            Count(printed, "received").ShouldBe(200);
            string[] parts = ["orders", "enquiries", "miscellaneous", "offensive", "review", "muted", "merged", "deadLettered"];
            parts.Sum(part => Count(printed, part)).ShouldBe(200);
            Count(printed, "orders").ShouldBeGreaterThan(0);
            Count(printed, "revenueMinor").ShouldBeGreaterThan(0);
            Count(printed, "outbox").ShouldBe(Count(printed, "orders") + Count(printed, "enquiries") + Count(printed, "miscellaneous"));
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named_and_nothing_is_started()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var run = simulation.Start(database, "nothing.csv");
        var errors = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();

        run.ExitCode.ShouldBe(1);
        errors.ShouldContain("nothing.csv does not exist");
    }

    public void Dispose() => simulation.Dispose();

    private static long Count(JsonElement printed, string name) => printed.GetProperty(name).GetInt64();
}
