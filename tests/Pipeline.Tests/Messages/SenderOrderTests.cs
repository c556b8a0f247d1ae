using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Understanding;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Messages;

/// <summary>What a failure does to the messages of its sender that stood behind it on the short way.</summary>
public sealed class SenderOrderTests
{
    private const int Count = 12;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_stands_behind_a_message_that_fails_waits_for_it_and_comes_in_order(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        await node.PutOnMenuAsync(("Lemonade", 300));
        await node.ReadEachAloneAsync();
        await node.StartAsync();

        // Something stands already where the third would be filed: it fails each time, until it is given up.
        await using (var context = node.Open())
        {
            context.Filed.Add(new FiledMessage { MessageNumber = 3, Channel = "x", Sender = "x", Words = "x", Intent = Intent.Miscellaneous });
            await context.SaveChangesAsync();
        }

        for (var at = 1; at <= Count; at++)
            await node.ReceiveAsync(at == 3 ? "thank you so much" : "one lemonade please");
        await node.SettledAsync();

        await using var after = node.Open();
        var messages = await after.Messages.OrderBy(message => message.Number).ToListAsync();
        messages.Select(message => message.Status).ShouldBe(
            Enumerable.Range(1, Count).Select(number => number == 3 ? MessageStatus.DeadLettered : MessageStatus.Registered));
        messages.ShouldAllBe(message => message.Number == 3 || message.Attempts == 0);
        messages.Select(message => message.ProcessedAt!.Value).ShouldBeInOrder();
        (await after.Orders.CountAsync()).ShouldBe(Count - 1);
    }
}
