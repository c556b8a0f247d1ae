using Restaurant.Domain.Filing;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Notifications;

public sealed class NoticesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly RestaurantSettings Settings = new();

    [Fact]
    public void An_order_tells_the_orders_room_lines_and_total()
    {
        var row = Notices.ForOrder(AnOrder(Line("Bean Burger", 2)), Settings, Noon);

        row.Room.ShouldBe(Room.Orders);
        var notice = RoomNotice.FromJson(row.Payload);
        notice.Title.ShouldBe("Order 12");
        notice.Lines.ShouldBe(["2 × Bean Burger (large): NO onion, EXTRA 2 cheese"]);
        notice.Total.ShouldBe("$24.00");
        notice.Words.ShouldBe("two bean burgers");
        notice.Kind.ShouldBe(NoticeKind.Order);
    }

    [Fact]
    public void The_same_message_gives_the_same_key_even_when_its_order_is_made_anew()
    {
        Notices.ForOrder(AnOrder(Line("Bean Burger", 2)), Settings, Noon).Key
            .ShouldBe(Notices.ForOrder(AnOrder(Line("Bean Burger", 2)), Settings, Noon.AddHours(1)).Key);
    }

    [Fact]
    public void A_change_tells_only_the_difference_under_a_new_key()
    {
        var order = AnOrder(Line("Bean Burger", 2), Line("Lemonade", 1));
        var first = Notices.ForOrder(order, Settings, Noon);
        var before = order.Lines;
        order.Revise([Line("Bean Burger", 3), Line("Lemonade", 1)], Noon);

        var row = Notices.ForOrderChanged(order, before, Settings, Noon);

        row.Key.ShouldNotBe(first.Key);
        RoomNotice.FromJson(row.Payload).Lines.ShouldBe(
            ["gone: 2 × Bean Burger (large): NO onion, EXTRA 2 cheese", "new: 3 × Bean Burger (large): NO onion, EXTRA 2 cheese"]);
    }

    [Fact]
    public void Cancelling_again_after_an_undo_is_a_cause_of_its_own()
    {
        var order = AnOrder(Line("Bean Burger", 2));
        order.MoveTo(OrderStatus.Cancelled, Noon);
        var first = Notices.ForOrderCancelled(order, Settings, Noon).Key;
        order.MoveTo(OrderStatus.New, Noon.AddSeconds(1));
        order.MoveTo(OrderStatus.Cancelled, Noon.AddSeconds(2));

        Notices.ForOrderCancelled(order, Settings, Noon).Key.ShouldNotBe(first);
    }

    [Theory]
    [InlineData(Intent.Miscellaneous, true)]
    [InlineData(Intent.Offensive, false)]
    public void Offensive_words_are_repeated_to_nobody(Intent intent, bool told)
    {
        var filed = new FiledMessage { MessageNumber = 7, Intent = intent, Channel = "web", Sender = "ann", Words = "..." };

        (Notices.ForFiled(filed, Noon) is not null).ShouldBe(told);
    }

    private static Order AnOrder(params OrderLine[] lines)
    {
        var order = new Order { MessageNumber = 5, Number = 12, Channel = "web", Sender = "ann", Words = "two bean burgers" };
        order.Revise(lines, Noon);
        return order;
    }

    private static OrderLine Line(string item, int quantity) => new(
        item, quantity, "large", [new("onion", ModifierAction.Remove, 1, 0), new("cheese", ModifierAction.Extra, 2, 200)], 1200, "", "", "grill");
}
