using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Messages;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Messages;

public sealed class ReplayTests
{
    private const string Who = "owner@example.com";

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_dead_letter_is_registered_by_a_replay_with_edited_text(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await StartAsync(database);
        await using (var poison = node.Open())
        {
            poison.Filed.Add(new FiledMessage { MessageNumber = 1, Channel = "x", Sender = "x", Words = "x", Intent = Intent.Miscellaneous });
            await poison.SaveChangesAsync();
        }

        var number = await node.ReceiveAsync("thank you so much");
        await node.SettledAsync();
        (await StatusAsync(node, number)).ShouldBe(MessageStatus.DeadLettered);
        (await node.Get<Replay>().RunAsync(number, null, null, Who, default)).Result.ShouldBe(ChangeResult.Refused);
        (await StatusAsync(node, number)).ShouldBe(MessageStatus.DeadLettered);

        var replayed = await node.Get<Replay>().RunAsync(number, null, "one lemonade please", Who, default);

        replayed.Result.ShouldBe(ChangeResult.Done, replayed.Sentence);
        (await StatusAsync(node, number)).ShouldBe(MessageStatus.Registered);
        await using var context = node.Open();
        (await context.Orders.SingleAsync()).Words.ShouldBe("one lemonade please");
        (await context.Runs.CountAsync(run => run.StartedBy == Who)).ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_registered_order_read_the_same_way_is_left_alone_and_nobody_is_told_twice(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await StartAsync(database);
        var number = await node.ReceiveAsync("2 tempeh burgers please");
        await node.SettledAsync();

        (await node.Get<Replay>().RunAsync(number, "Price", null, Who, default)).Result.ShouldBe(ChangeResult.Done);

        await using var context = node.Open();
        (await context.Orders.SingleAsync()).Revision.ShouldBe(1);
        (await context.Outbox.CountAsync()).ShouldBe(1);
        (await context.Runs.CountAsync()).ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_person_moves_small_talk_to_the_enquiries_and_a_replay_leaves_it_there(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await StartAsync(database);
        var number = await node.ReceiveAsync("thank you so much, it was great");
        await node.SettledAsync();

        var corrected = await node.Get<Replay>().CorrectAsync(number, Intent.Enquiry, Who, default);
        corrected.Result.ShouldBe(ChangeResult.Done, corrected.Sentence);
        corrected.Value!.Outcome.ShouldBe(MessageOutcome.Enquiry);
        await node.Get<Replay>().RunAsync(number, null, null, Who, default);

        await using var context = node.Open();
        (await context.Enquiries.SingleAsync()).MessageNumber.ShouldBe(number);
        (await context.Audit.CountAsync(entry => entry.Who == Who)).ShouldBeGreaterThan(0);
    }

    private static async Task<MessageStatus> StatusAsync(Node node, long number) =>
        (await node.Get<IMessageLog>().FindAsync(number, default))!.Message.Status;

    private static async Task<Node> StartAsync(TestDatabase database)
    {
        var node = Node.On(database);
        await node.ReadEachAloneAsync();
        await node.PutOnMenuAsync(("Tempeh Burger", 1200), ("Lemonade", 300));
        await node.StartAsync();
        return node;
    }
}
