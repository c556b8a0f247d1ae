using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Messages;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Messages;

public sealed class MessageLogTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Pages_follow_each_other_without_a_gap_newest_first_or_oldest_first(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        await FillAsync(node, 25);
        var log = node.Get<IMessageLog>();

        var pages = new List<long>();
        for (var skip = 0; skip < 30; skip += 10)
            pages.AddRange((await log.RowsAsync(new(), skip, 10, default)).Select(row => row.Message.Number));
        pages.ShouldBe(Enumerable.Range(1, 25).Select(number => (long)number).Reverse());

        (await log.PageAsync(new(OldestFirst: true), 5, 3, default)).Select(message => message.Number).ShouldBe([6, 7, 8]);
        (await log.PageAsync(new(UpTo: 20, After: 18), 0, 10, default)).Select(message => message.Number).ShouldBe([20, 19]);
        (await log.NewestAsync(default)).ShouldBe(25);
        (await log.FindAsync(26, default)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_filter_finds_what_it_names_and_all_of_them_hold_together(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        await FillAsync(node, 10);
        await SettleAsync(node, 3, message =>
        {
            (message.Status, message.Outcome, message.Intent) = (MessageStatus.Registered, MessageOutcome.Enquiry, Intent.Enquiry);
            (message.Summary, message.ProcessedAt) = ("Asks for 100 % of it", message.ReceivedAt);
        });
        await SettleAsync(node, 4, message =>
            (message.Status, message.Error, message.ProcessedAt) = (MessageStatus.DeadLettered, "broken", message.ReceivedAt));

        var log = node.Get<IMessageLog>();
        var received = (await log.FindAsync(3, default))!.Message.ReceivedAt;
        await FindsAsync(new(Status: MessageStatus.Registered), 3);
        await FindsAsync(new(Status: MessageStatus.DeadLettered), 4);
        await FindsAsync(new(Intent: Intent.Enquiry, Outcome: MessageOutcome.Enquiry), 3);
        await FindsAsync(new(Sender: "sender 5"), 5);
        await FindsAsync(new(Search: "TEXT 7"), 7);
        await FindsAsync(new(Search: "100 %"), 3);
        await FindsAsync(new(Search: "#8"), 8);
        await FindsAsync(new(Search: "_"));
        await FindsAsync(new(Channel: "sms"));
        await FindsAsync(new(Channel: "web", Sender: "sender 3", Status: MessageStatus.Registered, From: received, To: received.AddTicks(10)), 3);
        await FindsAsync(new(To: received), 2, 1);
        (await log.CountAsync(new(Status: MessageStatus.Waiting), default)).ShouldBe(8);
        (await log.ChannelsAsync(default)).ShouldBe(["web"]);

        async Task FindsAsync(MessageFilter filter, params long[] numbers)
        {
            (await log.PageAsync(filter, 0, 50, default)).Select(message => message.Number).ShouldBe(numbers, $"{filter}");
            (await log.CountAsync(filter, default)).ShouldBe(numbers.Length, $"{filter}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Among_many_the_newest_are_counted_each_time_and_the_rest_stand_for_a_second(DatabaseKind kind)
    {
        var clock = new FakeClock();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database, services => services.AddSingleton<TimeProvider>(clock)
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<MessageCounts>(provider, 5)));
        await FillAsync(node, 20);
        var log = node.Get<IMessageLog>();
        var failed = new MessageFilter(Status: MessageStatus.DeadLettered);
        await CountsAsync(all: 20, dead: 0);

        // One is new, one of the newest fails, and one of the rest: the last is counted a second later.
        await FillAsync(node, 21, from: 21);
        await SettleAsync(node, 18, Fail);
        await SettleAsync(node, 2, Fail);
        await CountsAsync(all: 21, dead: 1);
        (await log.CountAsync(new(UpTo: 19), default)).ShouldBe(19);
        (await log.CountAsync(new(UpTo: 9), default)).ShouldBe(9);
        (await log.CountAsync(new(UpTo: 4), default)).ShouldBe(4);
        (await log.CountAsync(new(After: 19), default)).ShouldBe(2);

        clock.Advance(TimeSpan.FromSeconds(1.1));
        await CountsAsync(all: 21, dead: 2);

        async Task CountsAsync(int all, int dead)
        {
            (await log.CountAsync(new(), default)).ShouldBe(all);
            (await log.CountAsync(failed, default)).ShouldBe(dead);
        }

        static void Fail(CustomerMessage message) =>
            (message.Status, message.Error, message.ProcessedAt) = (MessageStatus.DeadLettered, "broken", message.ReceivedAt);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_channel_is_named_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        (await node.Get<IMessageLog>().ChannelsAsync(default)).ShouldBeEmpty();
        await using var context = node.Open();
        foreach (var (channel, at) in new[] { "web", "sms", "Web", "sms", "", "web" }.Select((channel, at) => (channel, at)))
            context.Messages.Add(new() { Channel = channel, ExternalId = $"{at}", Sender = "ann", Text = "hello" });
        await context.SaveChangesAsync();

        (await node.Get<IMessageLog>().ChannelsAsync(default)).ShouldBe(["", "Web", "sms", "web"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_figures_are_those_of_the_last_minute_and_the_last_runs(DatabaseKind kind)
    {
        var clock = new FakeClock();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database, services => services.AddSingleton<TimeProvider>(clock));
        var log = node.Get<IMessageLog>();
        (await log.FiguresAsync(default)).ShouldBe(new(0, 0, null, null, 0, null));

        await FillAsync(node, 1);
        clock.Advance(TimeSpan.FromSeconds(30));
        await FillAsync(node, 20, from: 2);
        await using (var context = node.Open())
        {
            for (var at = 1; at <= 20; at++)
                context.Runs.Add(new Run { MessageNumber = at, Microseconds = at * 100 });
            context.Runs.Add(new Run { MessageNumber = 1, Microseconds = 1_000_000, Outcome = RunOutcome.Failed });
            await context.SaveChangesAsync();
        }

        await SettleAsync(node, 1, message =>
            (message.Status, message.Error, message.ProcessedAt) = (MessageStatus.DeadLettered, "broken", message.ReceivedAt));

        var figures = await log.FiguresAsync(default);
        (figures.PerMinute, figures.Waiting, figures.P50, figures.P95, figures.DeadLetters).ShouldBe((20, 19, 1000, 1900, 1));
        figures.OldestWaiting.ShouldBe((await log.FindAsync(2, default))!.Message.ReceivedAt);
    }

    private static async Task FillAsync(Node node, int count, int from = 1)
    {
        await node.ReadEachAloneAsync();
        for (var at = from; at <= count; at++)
            await node.ReceiveAsync($"text {at}", $"sender {at}");
    }

    private static async Task SettleAsync(Node node, long number, Action<CustomerMessage> change)
    {
        await using var context = node.Open();
        var message = context.Messages.Single(one => one.Number == number);
        change(message);
        await context.SaveChangesAsync();
    }
}
