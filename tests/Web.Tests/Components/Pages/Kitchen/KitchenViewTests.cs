using Restaurant.Domain.Orders;
using Restaurant.Web.Components.Pages.Kitchen;

namespace Restaurant.Web.Tests.Components.Pages.Kitchen;

public sealed class KitchenViewTests
{
    private static readonly OrderLine Bowl = new("River Bowl", 2, null, [], 1150, "two bowls", "name", "cold");

    [Theory]
    [InlineData("cold", OrderStatus.New, OrderStatus.Preparing, true)]
    [InlineData("cold", OrderStatus.Ready, OrderStatus.Preparing, true)]
    [InlineData("cold", OrderStatus.Preparing, OrderStatus.Cancelled, false)]
    [InlineData(null, OrderStatus.New, OrderStatus.Preparing, true)]
    [InlineData(null, OrderStatus.Preparing, OrderStatus.Preparing, true)]
    [InlineData(null, OrderStatus.Preparing, OrderStatus.Ready, false)]
    [InlineData(null, OrderStatus.Ready, OrderStatus.Preparing, false)]
    [InlineData("expo", OrderStatus.Ready, OrderStatus.Completed, false)]
    public void A_tap_means_the_same_until_somebody_has_moved_the_ticket(string? station, OrderStatus seen, OrderStatus now, bool same) =>
        KitchenView.Of(station).StillMeant(Order(seen), Order(now)).ShouldBe(same);

    [Fact]
    public void A_tap_on_other_lines_means_something_else()
    {
        var changed = Order(OrderStatus.New);
        changed.Revise([Bowl with { Quantity = 3 }], DateTimeOffset.UnixEpoch);

        KitchenView.Of("cold").StillMeant(Order(OrderStatus.New), changed).ShouldBeFalse();
    }

    private static Order Order(OrderStatus status)
    {
        var order = new Order { Channel = "web", Sender = "bob", Words = "two bowls" };
        order.Revise([Bowl], DateTimeOffset.UnixEpoch);
        if (status != OrderStatus.New)
            order.MoveTo(status, DateTimeOffset.UnixEpoch);
        return order;
    }
}
