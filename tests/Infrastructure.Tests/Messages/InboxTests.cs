using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Messages;

public sealed class InboxTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_external_id_again_is_the_same_message(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var inbox = node.Get<IInbox>();

        var first = await inbox.AddAsync([Message("1"), Message("2")], default);
        var again = await inbox.AddAsync([Message("2"), Message("3"), Message("3")], default);

        first.ShouldAllBe(received => received.IsNew);
        again.Select(received => received.IsNew).ShouldBe([false, true, false]);
        again[0].Number.ShouldBe(first[1].Number);
        again[2].Number.ShouldBe(again[1].Number);
        (await node.Get<IMessageLog>().CountAsync(new(), default)).ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_a_turn_to_wait_for_the_same_external_id_is_the_same_message_too(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var inbox = node.Get<IInbox>();
        NewMessage[] messages = [.. new[] { "1", "2", "2", "3" }.Select(id => Message(id) with { Immediately = true })];

        var first = await inbox.AddAsync(messages, default);
        var again = await inbox.AddAsync(messages, default);

        first.Select(received => received.IsNew).ShouldBe([true, true, false, true]);
        again.ShouldAllBe(received => !received.IsNew);
        again.Select(received => received.Number).ShouldBe(first.Select(received => received.Number));
        await using var context = node.Open();
        (await context.Messages.CountAsync()).ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Many_doors_at_once_store_every_message_once_and_numbers_follow_the_batch(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var inbox = node.Get<IInbox>();

        // Every batch comes twice at the same time.
        var batches = Enumerable.Range(0, 40).Select(batch => Enumerable.Range(0, 10).Select(at => Message($"{batch % 20}-{at}", $"sender {batch % 20}")).ToList());
        var received = await Task.WhenAll(batches.Select(batch => inbox.AddAsync(batch, default)));

        received.SelectMany(batch => batch).Count(one => one.IsNew).ShouldBe(200);
        received.SelectMany(batch => batch).Select(one => one.Number).Distinct().Count().ShouldBe(200);
        received.ShouldAllBe(batch => batch.Select(one => one.Number).SequenceEqual(batch.Select(one => one.Number).Order()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Messages_of_one_sender_join_the_turn_of_the_first(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var inbox = node.Get<IInbox>();

        var first = (await inbox.AddAsync([Message("1"), Message("2", "ben")], default))[0].Number;
        var before = await DueAsync(node, first);
        await inbox.AddAsync([Message("3"), Message("4"), Message("5", "ben")], default);
        await inbox.AddAsync([Message("6") with { Immediately = true }], default);

        await using var context = node.Open();
        var turns = await context.Messages.OrderBy(message => message.Number).Select(message => message.TurnNumber).ToListAsync();
        turns.ShouldBe([null, null, first, first, first + 1, null]);
        (await DueAsync(node, first)).ShouldBeGreaterThan(before);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Messages_of_one_batch_join_their_first_even_when_that_is_a_repeat(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var inbox = node.Get<IInbox>();
        await inbox.AddAsync([Message("1") with { Immediately = true }], default);

        var received = await inbox.AddAsync([Message("1"), Message("2"), Message("3")], default);

        received.Select(one => one.IsNew).ShouldBe([false, true, true]);
        await using var context = node.Open();
        var third = await context.Messages.SingleAsync(message => message.Number == received[2].Number);
        third.TurnNumber.ShouldBe(received[1].Number);
    }

    private static async Task<DateTimeOffset> DueAsync(Node node, long number)
    {
        await using var context = node.Open();
        return (await context.Messages.SingleAsync(message => message.Number == number)).DueAt;
    }

    private static NewMessage Message(string id, string sender = "ann") => new("web", id, sender, $"hello {id}", TimeProvider.System.GetUtcNow());
}
