using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Settings;
using Restaurant.Pipeline.Menu;
using Restaurant.Pipeline.Messages;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Messages;

public sealed class RegisterTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whose_lease_was_lost_registers_nothing_and_the_others_of_its_batch_are_registered(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database);
        await node.ReceiveAsync("one lemonade please", "ann");
        await node.ReceiveAsync("two lemonades please", "ben");
        var queue = node.Get<IMessageQueue>();
        var late = (await queue.ClaimAsync("late", 10, TimeSpan.Zero, default)).Messages;
        await queue.RenewAsync("late", [late[1].Number], Lease, default);
        (await queue.ClaimOrphansAsync("quick", Lease, default)).Single().Sender.ShouldBe("ann");

        var registered = await node.Get<IRegister>().AddAsync("late", [await ReadAsync(node, late[0]), await ReadAsync(node, late[1])], default);

        registered.ShouldBe(1);
        await using var context = node.Open();
        (await context.Orders.SingleAsync()).Sender.ShouldBe("ben");
        (await context.Runs.CountAsync()).ShouldBe(1);
        (await context.Outbox.CountAsync()).ShouldBe(1);
        (await context.Messages.SingleAsync(message => message.Sender == "ann")).Status.ShouldBe(MessageStatus.Processing);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_notice_that_was_written_before_is_not_written_again_and_stops_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database);
        var number = await node.ReceiveAsync("one lemonade please", "ann");
        await node.ReceiveAsync("two lemonades please", "ben");
        await using (var before = node.Open())
        {
            before.Outbox.Add(new() { Key = $"order/message/{number}/1", Room = Room.Orders, Payload = "the first", Status = OutboxStatus.Sent });
            await before.SaveChangesAsync();
        }

        var claimed = (await node.Get<IMessageQueue>().ClaimAsync("a", 10, Lease, default)).Messages;
        var registered = await node.Get<IRegister>().AddAsync("a", [await ReadAsync(node, claimed[0]), await ReadAsync(node, claimed[1])], default);

        registered.ShouldBe(2);
        await using var context = node.Open();
        (await context.Orders.CountAsync()).ShouldBe(2);
        var notices = await context.Outbox.OrderBy(notice => notice.Key).ToListAsync();
        notices.Select(notice => notice.Status).ShouldBe([OutboxStatus.Sent, OutboxStatus.Waiting], ignoreOrder: true);
        notices.Single(notice => notice.Status == OutboxStatus.Sent).Payload.ShouldBe("the first");
    }

    private static async Task<Node> NodeAsync(TestDatabase database)
    {
        var node = Node.On(database);
        await node.ReadEachAloneAsync();
        await node.PutOnMenuAsync(("Lemonade", 300));
        await node.Get<MenuCache>().RefreshAsync(default);
        return node;
    }

    private static async Task<Registration> ReadAsync(Node node, CustomerMessage message)
    {
        var now = TimeProvider.System.GetUtcNow();
        var understood = await node.Get<MessageFlow>().UnderstandAsync(message.Text, node.Get<MenuCache>().Current, node.Get<ISettings>().Current, now, default);
        understood.Decision.Outcome.ShouldBe(MessageOutcome.Order, understood.Decision.Reason);
        return new(new([message]), understood, new Run { MessageNumber = message.Number, StartedAt = now, Steps = understood.Steps }, understood.Decision.Outcome);
    }
}
