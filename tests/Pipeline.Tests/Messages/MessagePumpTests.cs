using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Understanding;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Messages;

public sealed class MessagePumpTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_order_is_registered_with_its_price_trace_event_and_notification(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await StartAsync(database);

        var number = await node.ReceiveAsync("2 tempeh burgers please");
        await node.SettledAsync();

        await using var context = node.Open();
        var order = await context.Orders.SingleAsync();
        order.MessageNumber.ShouldBe(number);
        order.Number.ShouldBe(1);
        order.Lines.Single().Item.ShouldBe("Tempeh Burger");
        order.TotalMinor.ShouldBe(order.Lines.Sum(line => line.UnitMinor * line.Quantity));
        var detail = await node.Get<IMessageLog>().FindAsync(number, default);
        detail!.Message.Status.ShouldBe(MessageStatus.Registered);
        detail.Message.Outcome.ShouldBe(MessageOutcome.Order);
        var run = detail.Runs.Single();
        run.Steps.Select(step => step.Name).ShouldBe(["Screen", "Parse", "Classify", "Match", "Price", "Decide", "Register"]);
        run.Steps.ShouldAllBe(step => step.Summary.Length > 0);
        run.Steps.Select(step => step.OffsetMicroseconds).ShouldBe(run.Steps.Select(step => step.OffsetMicroseconds).Order());
        (await context.Outbox.SingleAsync()).Key.ShouldContain($"{number}");
        (await context.Events.SingleAsync(live => live.Topic == Topic.Orders)).Sentence.ShouldBe("Order 1 from ann: 2 × Tempeh Burger, $24.00");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_pumps_register_every_message_exactly_once_and_each_sender_in_order(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = await StartAsync(database);
        await using var second = await StartAsync(database);

        var inbox = first.Get<IInbox>();
        for (var batch = 0; batch < 10; batch++)
        {
            await inbox.AddAsync(
                [.. Enumerable.Range(0, 50).Select(at => new NewMessage(
                    "web", $"{batch}-{at}", $"sender {at % 7}", at % 3 == 0 ? "one lemonade please" : "thank you so much", DateTimeOffset.UnixEpoch))],
                default);
        }

        await first.SettledAsync();
        await using var context = first.Open();
        (await context.Messages.CountAsync(message => message.Status == MessageStatus.Registered)).ShouldBe(500);
        (await context.Runs.CountAsync()).ShouldBe(500);
        var orders = await context.Orders.OrderBy(order => order.Number).ToListAsync();
        orders.Select(order => order.Number).ShouldBeUnique();
        orders.Count.ShouldBe(170);
        foreach (var sender in orders.GroupBy(order => order.Sender))
            sender.Select(order => order.MessageNumber!.Value).ShouldBe(sender.Select(order => order.MessageNumber!.Value).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_burst_of_one_sender_is_read_as_one_turn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var node = await StartAsync(database, clock);
        await node.SaveAsync(settings => settings with { TurnSeconds = 1 });

        var first = await node.ReceiveAsync("a tempeh burger");
        var second = await node.ReceiveAsync("and a lemonade");
        await Poll.UntilAsync(
            async () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(200));
                return await node.Get<IMessageQueue>().BacklogAsync(1, default) == 0;
            },
            "the turn is over and read");

        await using var context = node.Open();
        (await context.Orders.SingleAsync()).Lines.Select(line => line.Item).ShouldBe(["Tempeh Burger", "Lemonade"], ignoreOrder: true);
        var merged = await context.Messages.SingleAsync(message => message.Number == second);
        (merged.Status, merged.TurnNumber).ShouldBe((MessageStatus.Merged, first));
        (await node.Get<IMessageLog>().FindAsync(second, default))!.Turn.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_poison_message_is_tried_three_times_and_buried_while_its_batch_goes_on(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        await node.PutOnMenuAsync(("Lemonade", 300));
        await node.ReadEachAloneAsync();
        await PoisonAsync(node, 3);
        for (var at = 0; at < 5; at++)
            await node.ReceiveAsync("thank you so much", $"sender {at}");

        await node.StartAsync();
        await node.SettledAsync();

        await using var context = node.Open();
        var messages = await context.Messages.OrderBy(message => message.Number).ToListAsync();
        messages.Where(message => message.Number != 3).ShouldAllBe(message => message.Status == MessageStatus.Registered);
        var dead = messages.Single(message => message.Number == 3);
        (dead.Status, dead.Attempts).ShouldBe((MessageStatus.DeadLettered, 3));
        dead.Error.ShouldNotBeNullOrWhiteSpace();
        (await context.Runs.CountAsync(run => run.MessageNumber == 3 && run.Outcome == RunOutcome.Failed)).ShouldBe(3);
        (await node.Get<IMessageLog>().FiguresAsync(default)).DeadLetters.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_message_that_ended_the_program_three_times_waits_for_a_person_and_those_that_were_beside_it_go_on(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        await node.PutOnMenuAsync(("Burger", 1000));
        await node.ReadEachAloneAsync();
        foreach (var sender in (string[])["poison", "beside it once", "beside it twice", "new"])
            await node.ReceiveAsync("one burger please", sender);
        await using (var context = node.Open())
        {
            foreach (var (sender, claims) in ((string, int)[])[("poison", 3), ("beside it once", 1), ("beside it twice", 2)])
                await context.Messages.Where(message => message.Sender == sender).ExecuteUpdateAsync(set => set.SetProperty(message => message.Claims, claims));
        }

        await node.StartAsync();
        await node.SettledAsync();

        await using var after = node.Open();
        var buried = await after.Messages.SingleAsync(message => message.Status == MessageStatus.DeadLettered);
        buried.Sender.ShouldBe("poison");
        buried.Error.ShouldNotBeNull().ShouldContain("3 times");
        (await after.Messages.CountAsync(message => message.Status == MessageStatus.Registered)).ShouldBe(3);
        (await after.Orders.CountAsync()).ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_this_node_stores_takes_the_short_way_and_a_sender_stays_in_order(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        await node.PutOnMenuAsync(("Burger", 1000));
        await node.ReadEachAloneAsync();
        await node.StartAsync();
        for (var at = 0; at < 40; at++)
            await node.ReceiveAsync($"{at + 1} burgers please", at % 2 == 0 ? "ann" : $"guest {at}");
        await node.SettledAsync();

        await using var context = node.Open();
        var anns = await context.Orders.Where(order => order.Sender == "ann").OrderBy(order => order.CreatedAt).ThenBy(order => order.Number).ToListAsync();
        anns.Select(order => order.MessageNumber).ShouldBeInOrder();
        (await context.Messages.CountAsync(message => message.LeaseOwner != null)).ShouldBe(0);
        (await context.Messages.CountAsync(message => message.Status == MessageStatus.Registered)).ShouldBe(40);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_muted_sender_is_kept_and_disturbs_nobody(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await StartAsync(database);
        await node.Get<IMutedSenders>().MuteAsync("web", "ann", "owner@example.com", "spam", default);

        await node.ReceiveAsync("one lemonade please");
        await node.SettledAsync();

        await using var context = node.Open();
        (await context.Messages.SingleAsync()).Outcome.ShouldBe(MessageOutcome.Muted);
        (await context.Orders.CountAsync() + await context.Outbox.CountAsync()).ShouldBe(0);
        (await context.Runs.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_not_on_the_menu_goes_to_a_person_or_becomes_an_enquiry_that_says_so(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await StartAsync(database);

        await node.ReceiveAsync("two lemonades and a unicorn pizza please");
        await node.ReceiveAsync("i would like one unicorn pizza please", "ben");
        await node.SettledAsync();

        await using var context = node.Open();
        (await context.Orders.CountAsync()).ShouldBe(0);
        var review = await context.Reviews.SingleAsync();
        review.Lines.Single().Item.ShouldBe("Lemonade");
        review.Reason.ShouldContain("unicorn pizza");
        var enquiry = await context.Enquiries.SingleAsync();
        enquiry.Reason.ShouldContain("on the menu");
        enquiry.Draft.ShouldContain("unicorn pizza");
    }

    [Theory]
    [InlineData("you are all fucking idiots", MessageOutcome.Offensive)]
    [InlineData("two lemonades and a unicorn pizza you fucking idiots", null)]
    public async Task Insults_are_not_repeated_in_the_sentences_that_every_screen_shows(string text, MessageOutcome? expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = await StartAsync(database);

        await node.ReceiveAsync(text);
        await node.SettledAsync();

        await using var context = node.Open();
        if (expected is not null)
            (await context.Messages.SingleAsync()).Outcome.ShouldBe(expected);
        var sentences = await context.Events.Select(live => live.Sentence).ToListAsync();
        sentences.ShouldNotBeEmpty();
        sentences.ShouldAllBe(sentence => !sentence.Contains("idiot") && !sentence.Contains("fuck"));
    }

    // Something stands already where this message would be registered, so every attempt breaks a unique index.
    private static async Task PoisonAsync(Node node, long number)
    {
        await using var context = node.Open();
        context.Filed.Add(new FiledMessage { MessageNumber = number, Channel = "x", Sender = "x", Words = "x", Intent = Intent.Miscellaneous });
        await context.SaveChangesAsync();
    }

    private static async Task<Node> StartAsync(TestDatabase database, TimeProvider? clock = null)
    {
        var node = Node.On(database, services => services.AddSingleton(clock ?? TimeProvider.System));
        await node.ReadEachAloneAsync();
        await node.PutOnMenuAsync(("Tempeh Burger", 1200), ("Lemonade", 300));
        await node.StartAsync();
        return node;
    }
}
