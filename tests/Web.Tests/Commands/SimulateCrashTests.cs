using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Commands;

/// <summary>A class of its own, so that it runs beside the other tests of the command.</summary>
public sealed class SimulateCrashTests : IDisposable
{
    private readonly Simulation simulation = new();

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_program_killed_in_the_middle_and_started_again_registers_every_message_exactly_once(DatabaseKind kind)
    {
        const int All = 4000;
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var messages = simulation.Messages(All);
        var registered = 0;
        for (var round = 1; round <= 2; round++)
        {
            using var run = simulation.Start(database, messages, yields: true);
            var before = registered;
            await Poll.UntilAsync(
                async () => run.HasExited || (registered = await node.Get<IMessageLog>().CountAsync(new(Status: MessageStatus.Registered), default)) > before,
                "the program has registered something");
            run.Kill(entireProcessTree: true);
            await run.WaitForExitAsync();
        }

        registered.ShouldBeLessThan(All, "the program was killed too late to prove anything");
        using var last = simulation.Start(database, messages);
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

    public void Dispose() => simulation.Dispose();
}
