using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Settings;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Live;

public sealed class TodayFiguresReaderTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Figures_are_what_the_database_says(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        // Noon, and noon it stays: real days end at some time.
        var clock = new FakeClock();
        await using var node = Node.On(database, services => services.AddSingleton<TimeProvider>(clock));
        var now = clock.GetUtcNow();
        await using (var context = node.Open())
        {
            context.Messages.AddRange(Message(now), Message(now), Message(now.AddMinutes(-5)), Message(now.AddHours(-2)));
            context.Orders.AddRange(Order(1, now, OrderStatus.New), Order(2, now, OrderStatus.Completed), Order(3, now, OrderStatus.Cancelled));
            context.Enquiries.Add(new() { MessageNumber = 900, Channel = "sms", Sender = "Ana", Words = "open?", CreatedAt = now });
            await context.SaveChangesAsync();
        }

        var figures = await node.Get<ITodayFigures>().ReadAsync(default);

        figures.Minutes.Count.ShouldBe(30);
        figures.Minutes.Sum().ShouldBe(3);
        (figures.OpenOrders, figures.Orders, figures.RevenueMinor).ShouldBe((1, 2, 2000));
        (figures.OpenReviews, figures.OpenEnquiries).ShouldBe((0, 1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_message_leads_to_what_it_became(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var now = TimeProvider.System.GetUtcNow();
        await using (var context = node.Open())
        {
            context.Orders.Add(Order(4, now, OrderStatus.New));
            context.Reviews.Add(new() { MessageNumber = 5, Channel = "sms", Sender = "Ana", Words = "?", Reason = "unsure", CreatedAt = now });
            await context.SaveChangesAsync();
        }

        var results = await node.Get<IMessageResults>().FindAsync([4, 5, 6], default);

        results[4].Single().ShouldSatisfyAllConditions(
            result => result.Kind.ShouldBe(MessageOutcome.Order), result => result.OrderNumber.ShouldBe(4), result => result.TotalMinor.ShouldBe(1000));
        results[5].Single().ShouldSatisfyAllConditions(result => result.Kind.ShouldBe(MessageOutcome.Review), result => result.Open.ShouldBeTrue());
        results[6].ShouldBeEmpty();
    }

    private static CustomerMessage Message(DateTimeOffset at) => new()
    {
        Channel = "sms",
        ExternalId = Guid.NewGuid().ToString(),
        Sender = "Ana",
        Text = "hi",
        SentAt = at,
        ReceivedAt = at,
        DueAt = at,
    };

    private static Order Order(int number, DateTimeOffset at, OrderStatus status)
    {
        var order = new Order
        {
            MessageNumber = number,
            Day = new RestaurantSettings().DayOf(at),
            Number = number,
            Channel = "sms",
            Sender = "Ana",
            Words = "one wrap",
            CreatedAt = at,
        };
        order.Revise([new("Wrap", 1, null, [], 1000, "wrap", "name", "cold")], at);
        if (status != OrderStatus.New)
            order.MoveTo(status, at);
        return order;
    }
}
