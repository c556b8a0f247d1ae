using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Orders;

public sealed class OrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly OrderLine Bowl = new("River Bowl", 2, null, [], 1150, "two bowls", "name", "cold");
    private static readonly OrderLine Rice = new("Plain Rice", 1, null, [], 300, "rice", "name", "grill");

    [Fact]
    public void An_order_is_ready_when_every_station_has_finished()
    {
        var order = Order();

        order.Finish("cold", Now);
        order.Status.ShouldBe(OrderStatus.Preparing);
        order.Finish("GRILL", Now);
        order.Status.ShouldBe(OrderStatus.Ready);
        order.Recall("grill", Now);
        order.Status.ShouldBe(OrderStatus.Preparing);
        order.DoneStations.ShouldBe(["cold"]);
    }

    [Fact]
    public void A_change_sends_back_to_cook_only_the_stations_it_concerns()
    {
        var order = Order();
        order.MoveTo(OrderStatus.Ready, Now);

        order.Revise([Bowl, Rice with { Quantity = 2 }], Now, "ann");

        order.Status.ShouldBe(OrderStatus.Preparing);
        order.DoneStations.ShouldBe(["cold"]);
        order.TotalMinor.ShouldBe(2900);
    }

    [Fact]
    public void The_kitchen_sees_the_difference_to_what_it_saw_last()
    {
        var order = Order();
        order.Acknowledge(Now);
        order.Revise([Bowl], Now, "ann");
        order.Revise([Bowl with { Quantity = 3 }], Now, "ann");

        order.Acknowledged.ShouldBeFalse();
        var changes = OrderDiff.Between(order.SeenLines.ShouldNotBeNull(), order.Lines);
        changes.Select(change => (change.Kind, change.Line.Item, change.Before, change.After)).ShouldBe(
            [(LineChangeKind.Quantity, "River Bowl", 2, 3), (LineChangeKind.Removed, "Plain Rice", 1, 0)]);

        order.Acknowledge(Now);
        order.SeenLines.ShouldBeNull();
    }

    [Fact]
    public void A_cancellation_must_be_seen_only_by_a_kitchen_that_saw_the_order()
    {
        var unseen = Order();
        unseen.MoveTo(OrderStatus.Cancelled, Now);
        unseen.Acknowledged.ShouldBeTrue();

        var seen = Order();
        seen.Acknowledge(Now);
        seen.MoveTo(OrderStatus.Cancelled, Now);
        seen.Acknowledged.ShouldBeFalse();
    }

    [Fact]
    public void Every_change_makes_a_new_version()
    {
        var order = Order();
        var before = order.Version;

        order.Acknowledge(Now);
        order.Promise(Now, "window table", Now);

        order.Version.ShouldBe(before + 2);
    }

    [Fact]
    public void A_move_to_where_it_is_says_so() =>
        Should.Throw<NotAllowedException>(() => Order().MoveTo(OrderStatus.New, Now)).Message.ShouldBe("Order 7 is New already.");

    [Fact]
    public void All_day_counts_keep_modifiers_apart_and_leave_out_what_is_done()
    {
        var plain = Order();
        var without = Order();
        without.Revise([Bowl with { Quantity = 1, Modifiers = [new("feta", ModifierAction.Remove, 1, 0)] }, Rice], Now);
        var done = Order();
        done.Finish("grill", Now);

        AllDay.Of([plain, without, done]).Select(count => (count.Line.Item, count.Line.Modifiers.Count, count.Quantity)).ShouldBe(
            [("River Bowl", 0, 4), ("Plain Rice", 0, 2), ("River Bowl", 1, 1)]);
        AllDay.Of([plain, done], "GRILL").ShouldHaveSingleItem().Quantity.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, OrderAge.Fresh)]
    [InlineData(8, OrderAge.Waiting)]
    [InlineData(15, OrderAge.Late)]
    public void An_order_ages(int minutes, OrderAge age) => Order().AgeAt(Now.AddMinutes(minutes)).ShouldBe(age);

    [Fact]
    public void An_order_for_later_is_late_only_after_its_promised_time()
    {
        var order = Order();
        order.Promise(Now.AddHours(5), "", Now);

        order.AgeAt(Now.AddHours(4)).ShouldBe(OrderAge.Fresh);
        order.AgeAt(Now.AddHours(5).AddMinutes(1)).ShouldBe(OrderAge.Late);
    }

    [Fact]
    public void The_figures_of_a_day_leave_cancelled_orders_out()
    {
        var cancelled = Order();
        cancelled.MoveTo(OrderStatus.Cancelled, Now);

        var tally = new DayTally(time => time.ToOffset(TimeSpan.FromHours(2)));
        foreach (var order in (Order[])[Order(), Order(), cancelled])
            tally.Add(order.Status, order.CreatedAt, order.TotalMinor, order.Lines);
        var figures = tally.Figures();

        figures.Orders.ShouldBe(2);
        figures.Cancelled.ShouldBe(1);
        figures.RevenueMinor.ShouldBe(5200);
        figures.AverageMinor.ShouldBe(2600);
        figures.BusiestHour.ShouldBe(14);
        figures.TopItems[0].ShouldBe(new("River Bowl", 4));
    }

    [Fact]
    public void The_figures_of_an_empty_day_are_zero() => new DayTally(time => time).Figures().BusiestHour.ShouldBeNull();

    private static Order Order()
    {
        var order = new Order { Number = 7, Channel = "web", Sender = "ann", Words = "two bowls and rice", CreatedAt = Now, Day = new(2026, 3, 2) };
        order.Revise([Bowl, Rice], Now);
        return order;
    }
}
