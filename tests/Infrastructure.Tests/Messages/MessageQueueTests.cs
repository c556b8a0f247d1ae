using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Messages;

public sealed class MessageQueueTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Pumps_that_claim_at_the_same_time_never_share_a_message_or_a_sender(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        await AddAsync(node, Enumerable.Range(0, 400).Select(at => $"sender {at % 40}"));
        await using var other = Node.On(database);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(pump => Task.Run(() =>
            (pump % 2 == 0 ? node : other).Get<IMessageQueue>().ClaimAsync($"pump {pump}", 60, Lease, default))));

        var numbers = claims.SelectMany(claim => claim.Messages).Select(message => message.Number).ToList();
        numbers.ShouldBeUnique();
        numbers.Count.ShouldBeGreaterThan(40);
        var senders = claims.SelectMany(claim => claim.Messages.Select(message => message.Sender).Distinct()).ToList();
        senders.ShouldBeUnique("two pumps hold messages of one sender");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_sender_is_served_in_number_order_and_a_wait_holds_back_what_follows(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var queue = node.Get<IMessageQueue>();
        await AddAsync(node, ["ann", "ben", "ann"]);

        var first = await queue.ClaimAsync("a", 1, Lease, default);
        first.Messages.Single().Sender.ShouldBe("ann");
        (await queue.ClaimAsync("b", 10, Lease, default)).Messages.Single().Sender.ShouldBe("ben");

        // The first attempt fails and waits: the second message of the same sender must not overtake it.
        var run = new Run { MessageNumber = first.Messages[0].Number, Error = "no" };
        await queue.FailAsync("a", new(first.Messages), run, TimeProvider.System.GetUtcNow().AddHours(1), default);
        (await queue.ClaimAsync("c", 10, Lease, default)).Messages.ShouldBeEmpty();

        await using (var context = node.Open())
        {
            var over = TimeProvider.System.GetUtcNow().AddSeconds(-1);
            await context.Messages.Where(message => message.Number == run.MessageNumber)
                .ExecuteUpdateAsync(message => message.SetProperty(one => one.DueAt, over));
        }

        var both = (await queue.ClaimAsync("d", 10, Lease, default)).Messages;
        both.Select(message => message.Sender).ShouldBe(["ann", "ann"]);
        both[0].Attempts.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_lease_that_ran_out_is_claimed_again_and_a_renewed_one_is_not(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var queue = node.Get<IMessageQueue>();
        await AddAsync(node, ["ann", "ben"]);
        var claimed = await queue.ClaimAsync("dead", 10, TimeSpan.Zero, default);
        await queue.RenewAsync("dead", [claimed.Messages[1].Number], Lease, default);

        (await queue.ClaimAsync("alive", 10, Lease, default)).Messages.ShouldBeEmpty("orphans are not mixed with others");
        (await queue.AnyOrphansAsync(default)).ShouldBeTrue();
        (await queue.ClaimOrphansAsync("alive", Lease, default)).Select(message => message.Sender).ShouldBe(["ann"]);
        (await queue.AnyOrphansAsync(default)).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Orphans_are_tried_a_few_together_and_then_each_alone_so_that_the_guilty_one_is_found(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var queue = node.Get<IMessageQueue>();
        await AddAsync(node, Enumerable.Range(0, 50).Select(at => $"sender {at}"));
        (await queue.ClaimAsync("crash 1", 100, TimeSpan.Zero, default)).Messages.Count.ShouldBe(50);

        var few = await queue.ClaimOrphansAsync("crash 2", TimeSpan.Zero, default);
        few.Count.ShouldBe(32);
        (await queue.ClaimOrphansAsync("fine", Lease, default)).Count.ShouldBe(18, "those of the first crash go before those of the second");
        var alone = await queue.ClaimOrphansAsync("crash 3", TimeSpan.Zero, default);
        alone.Single().Number.ShouldBe(few[0].Number);
        alone.Single().Claims.ShouldBe(3);
        (await queue.ClaimOrphansAsync("the end", Lease, default)).Single().Claims.ShouldBe(4);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_follows_an_orphan_waits_for_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var queue = node.Get<IMessageQueue>();
        await AddAsync(node, ["ann", "ann"]);
        var orphan = await queue.ClaimAsync("gone", 1, TimeSpan.Zero, default);

        var claim = await queue.ClaimAsync("next", 10, Lease, default);
        claim.Messages.ShouldBeEmpty();
        claim.Held.ShouldBeTrue();
        (await queue.ClaimOrphansAsync("heir", Lease, default)).Single().Number.ShouldBe(orphan.Messages.Single().Number);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_turn_is_claimed_whole_and_only_when_its_sender_is_silent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var node = Node.On(database, services => services.AddSingleton<TimeProvider>(clock));
        await node.SaveAsync(settings => settings with { TurnSeconds = 5 });
        var queue = node.Get<IMessageQueue>();
        foreach (var text in (string[])["two burgers", "and a cola"])
            await node.ReceiveAsync(text);

        var early = await queue.ClaimAsync("early", 10, Lease, default);
        early.Messages.ShouldBeEmpty();
        early.NextDue.ShouldNotBeNull().ShouldBe(clock.GetUtcNow().AddSeconds(5), TimeSpan.FromMilliseconds(1));

        clock.Advance(TimeSpan.FromSeconds(6));
        var claimed = (await queue.ClaimAsync("a", 1, Lease, default)).Messages;
        Turn.Of(claimed).Single().Text.ShouldBe("two burgers\nand a cola");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_given_back_can_be_claimed_at_once_with_no_attempt_counted(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var queue = node.Get<IMessageQueue>();
        await AddAsync(node, ["ann"]);
        var claimed = await queue.ClaimAsync("a", 10, Lease, default);

        await queue.ReleaseAsync("somebody else", [claimed.Messages[0].Number], default);
        (await queue.ClaimAsync("b", 10, Lease, default)).Messages.ShouldBeEmpty();
        await queue.ReleaseAsync("a", [claimed.Messages[0].Number], default);

        (await queue.ClaimAsync("c", 10, Lease, default)).Messages.Single().Attempts.ShouldBe(0);
    }

    private static async Task AddAsync(Node node, IEnumerable<string> senders) => await node.Get<IInbox>().AddAsync(
        [.. senders.Select((sender, at) => new NewMessage("web", $"{at}", sender, "hello", TimeProvider.System.GetUtcNow()) { Immediately = true })],
        default);
}
