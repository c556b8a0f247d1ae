using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
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

    /// <summary>Few go to PostgreSQL in one trip, many table by table.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Sqlite, 8)]
    [InlineData(DatabaseKind.Postgres, 1)]
    [InlineData(DatabaseKind.Postgres, 8)]
    public async Task Whatever_comes_of_them_few_are_stored_as_many_are(DatabaseKind kind, int times)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await NodeAsync(database);
        string[] texts = ["one lemonade please", "what time do you close?", "thank you so much, lovely food!", "you are a bunch of idiots", "a lemonade and some of the usual"];
        foreach (var at in Enumerable.Range(0, times))
        {
            foreach (var text in texts)
                await node.ReceiveAsync(text, $"guest {at}");
        }

        var claimed = (await node.Get<IMessageQueue>().ClaimAsync("a", 1000, Lease, default)).Messages;
        var registrations = await Task.WhenAll(claimed.Select(message => UnderstandAsync(node, message)));
        (await node.Get<IRegister>().AddAsync("a", registrations, default)).ShouldBe(registrations.Length);

        var outcomes = registrations.CountBy(one => one.Outcome).ToDictionary();
        outcomes.Count.ShouldBeGreaterThan(2);
        await using var context = node.Open();
        (await context.Messages.CountAsync(message => message.Status == MessageStatus.Registered)).ShouldBe(registrations.Length);
        (await context.Orders.AsNoTracking().ToListAsync()).Select(order => order.Lines.Single().Item).ShouldBe(Enumerable.Repeat("Lemonade", Of(MessageOutcome.Order)));
        (await context.Enquiries.CountAsync()).ShouldBe(Of(MessageOutcome.Enquiry));
        (await context.Reviews.CountAsync()).ShouldBe(Of(MessageOutcome.Review));
        (await context.Filed.CountAsync()).ShouldBe(Of(MessageOutcome.Miscellaneous) + Of(MessageOutcome.Offensive));
        (await context.Outbox.CountAsync()).ShouldBe(Of(MessageOutcome.Order) + Of(MessageOutcome.Enquiry) + Of(MessageOutcome.Miscellaneous));
        (await context.Events.Select(live => live.Topic).ToListAsync()).Count(topic => topic == Topic.Orders).ShouldBe(Of(MessageOutcome.Order));
        var runs = await context.Runs.AsNoTracking().ToListAsync();
        runs.Select(run => run.MessageNumber).ShouldBe(claimed.Select(message => message.Number), ignoreOrder: true);
        runs.ShouldAllBe(run => run.Steps.Count > 5 && run.Error == null);

        int Of(MessageOutcome outcome) => outcomes.GetValueOrDefault(outcome);
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
        var read = await UnderstandAsync(node, message);
        read.Outcome.ShouldBe(MessageOutcome.Order, read.Understood.Decision.Reason);
        return read;
    }

    private static async Task<Registration> UnderstandAsync(Node node, CustomerMessage message)
    {
        var now = TimeProvider.System.GetUtcNow();
        var understood = await node.Get<MessageFlow>().UnderstandAsync(message.Text, node.Get<MenuCache>().Current, node.Get<ISettings>().Current, now, default);
        return new(new([message]), understood, new Run { MessageNumber = message.Number, StartedAt = now, Steps = understood.Steps }, understood.Decision.Outcome);
    }
}
