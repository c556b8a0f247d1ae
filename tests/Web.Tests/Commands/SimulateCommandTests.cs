using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Testing;
using Restaurant.Web.Commands;

namespace Restaurant.Web.Tests.Commands;

public sealed class SimulateCommandTests : IDisposable
{
    private static readonly string[] Texts =
        ["two veggie wraps please", "one lemonade and a unicorn pie", "when do you open?", "thank you so much", "a veggie wrap without onions", "you are all idiots"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-simulate-");

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_message_of_a_file_is_accounted_for_and_playing_it_again_adds_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var messages = Messages(200);

        for (var time = 0; time < 2; time++)
        {
            using var run = Start(database, messages);
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

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_program_killed_in_the_middle_and_started_again_registers_every_message_exactly_once(DatabaseKind kind)
    {
        const int All = 4000;
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var messages = Messages(All);
        var registered = 0;
        for (var round = 1; round <= 2; round++)
        {
            using var run = Start(database, messages);
            var before = registered;
            await Poll.UntilAsync(
                async () => run.HasExited || (registered = await node.Get<IMessageLog>().CountAsync(new(Status: MessageStatus.Registered), default)) > before,
                "the program has registered something");
            run.Kill(entireProcessTree: true);
            await run.WaitForExitAsync();
        }

        registered.ShouldBeLessThan(All, "the program was killed too late to prove anything");
        using var last = Start(database, messages);
        var errors = await last.StandardError.ReadToEndAsync();
        await last.WaitForExitAsync();

        last.ExitCode.ShouldBe(0, errors);
        await using var context = node.Open();
        (await context.Messages.CountAsync(message => message.Status == MessageStatus.Registered)).ShouldBe(All);
        var outcomes = await context.Messages.GroupBy(message => message.Outcome!.Value).ToDictionaryAsync(group => group.Key, group => group.Count());
        (await context.Orders.CountAsync()).ShouldBe(outcomes[MessageOutcome.Order]);
        (await context.Orders.Select(order => order.MessageNumber).Distinct().CountAsync()).ShouldBe(outcomes[MessageOutcome.Order]);
        (await context.Enquiries.CountAsync()).ShouldBe(outcomes.GetValueOrDefault(MessageOutcome.Enquiry));
        (await context.Reviews.CountAsync()).ShouldBe(outcomes.GetValueOrDefault(MessageOutcome.Review));
        (await context.Runs.CountAsync()).ShouldBe(All);
        (await context.Outbox.Select(notice => notice.Key).Distinct().CountAsync()).ShouldBe(await context.Outbox.CountAsync());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named_and_nothing_is_started()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var run = Start(database, Path.Combine(folder.FullName, "nothing.csv"));
        var errors = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();

        run.ExitCode.ShouldBe(1);
        errors.ShouldContain("nothing.csv does not exist");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Messages(int count)
    {
        var file = Path.Combine(folder.FullName, "messages.csv");
        File.WriteAllLines(file, Enumerable.Range(0, count)
            .Select(at => $"2026-05-01T12:00:00Z,{Texts[at % Texts.Length]},guest {at % 97}").Prepend("timestamp,message,sender"));
        return file;
    }

    private Process Start(TestDatabase database, string messages)
    {
        var menu = Path.Combine(folder.FullName, "menu.csv");
        File.WriteAllText(menu, "item_name,description,price\nVeggie Wrap,\"Wraps. With onions and beans.\",7.50\nLemonade,\"Drinks. Fresh.\",3.00\n");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                typeof(RestaurantCommands).Assembly.Location, "simulate", "--messages", messages, "--menu", menu, "--data", folder.FullName, "--fast", "--json",
            },
            Environment = { ["ConnectionStrings__Restaurant"] = database.ConnectionString },
        };
        return Process.Start(start)!;
    }

    private static long Count(JsonElement printed, string name) => printed.GetProperty(name).GetInt64();
}
