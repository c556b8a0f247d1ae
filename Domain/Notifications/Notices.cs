using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Notifications;

/// <summary>Makes the outbox rows. The same cause always gives the same key, so a replay of a message notifies nobody twice.</summary>
public static class Notices
{
    public static OutboxMessage ForOrder(Order order, RestaurantSettings settings, DateTimeOffset now) =>
        Write(Room.Orders, OrderKey(order), now, OrderNotice(order, NoticeKind.Order, $"Order {order.Number}", Describe(order.Lines), settings));

    /// <summary>What is new and what is gone since <paramref name="before"/>, then nothing else: the cook needs the difference.</summary>
    public static OutboxMessage ForOrderChanged(Order order, IReadOnlyList<OrderLine> before, RestaurantSettings settings, DateTimeOffset now)
    {
        var (was, becomes) = (Describe(before), Describe(order.Lines));
        var difference = was.Except(becomes).Select(line => $"gone: {line}").Concat(becomes.Except(was).Select(line => $"new: {line}")).ToList();
        var notice = OrderNotice(
            order, NoticeKind.OrderChanged, $"Order {order.Number} changed", difference.Count > 0 ? difference : becomes, settings);
        return Write(Room.Orders, OrderKey(order), now, notice);
    }

    public static OutboxMessage ForOrderCancelled(Order order, RestaurantSettings settings, DateTimeOffset now) =>
        Write(Room.Orders, $"{OrderKey(order)}/cancelled/{order.UpdatedAt.ToUnixTimeMilliseconds()}", now, OrderNotice(
            order, NoticeKind.OrderCancelled, $"Order {order.Number} cancelled", Describe(order.Lines), settings));

    /// <summary>A cancellation was taken back: the room must not go on believing it.</summary>
    public static OutboxMessage ForOrderReopened(Order order, RestaurantSettings settings, DateTimeOffset now) =>
        Write(Room.Orders, $"{OrderKey(order)}/reopened/{order.UpdatedAt.ToUnixTimeMilliseconds()}", now, OrderNotice(
            order, NoticeKind.Order, $"Order {order.Number} is on again", Describe(order.Lines), settings));

    public static OutboxMessage ForEnquiry(Enquiry enquiry, DateTimeOffset now) =>
        Write(Room.Enquiries, $"enquiry/message/{enquiry.MessageNumber}", now, new RoomNotice(
            "Enquiry", Lines(enquiry.Reason), enquiry.Words, enquiry.Sender, null, $"/enquiries/{enquiry.Id}", enquiry.CreatedAt)
        {
            Kind = NoticeKind.Enquiry,
        });

    /// <returns>Null for an offensive message: it is quarantined and repeated to nobody.</returns>
    public static OutboxMessage? ForFiled(FiledMessage filed, DateTimeOffset now) => filed.Intent != Intent.Miscellaneous
        ? null
        : Write(Room.Miscellaneous, $"filed/message/{filed.MessageNumber}", now, new RoomNotice(
            "Message", Lines(filed.Reason), filed.Words, filed.Sender, null, $"/miscellaneous?message={filed.MessageNumber}", filed.CreatedAt)
        {
            Kind = NoticeKind.Miscellaneous,
        });

    // By message where there is one: a replay may make the order anew, but its message stays the same cause.
    private static string OrderKey(Order order) => order.MessageNumber is { } number
        ? $"order/message/{number}/{order.Revision}"
        : $"order/{order.Id}/{order.Revision}";

    private static RoomNotice OrderNotice(Order order, NoticeKind kind, string title, IReadOnlyList<string> lines, RestaurantSettings settings) =>
        new(title, lines, order.Words, order.Sender, settings.Format(order.TotalMinor), $"/orders/{order.Id}", order.UpdatedAt) { Kind = kind };

    private static OutboxMessage Write(Room room, string key, DateTimeOffset now, RoomNotice notice) =>
        new() { Key = key, Room = room, Payload = notice.ToJson(), CreatedAt = now, DueAt = now };

    private static List<string> Describe(IEnumerable<OrderLine> lines) => [.. lines.Select(Describe)];

    private static string Describe(OrderLine line)
    {
        var dish = $"{line.Quantity} × {line.Item}{(line.Size is null ? "" : $" ({line.Size})")}";
        return line.Modifiers.Count == 0 ? dish : $"{dish}: {string.Join(", ", line.Modifiers.Select(Describe))}";
    }

    private static string Describe(OrderModifier modifier)
    {
        var name = modifier.Quantity > 1 ? $"{modifier.Quantity} {modifier.Name}" : modifier.Name;
        return modifier.Action switch
        {
            ModifierAction.Remove => $"NO {name}",
            ModifierAction.Extra => $"EXTRA {name}",
            ModifierAction.Light => $"LIGHT {name}",
            ModifierAction.Side => $"{name} ON THE SIDE",
            _ => $"with {name}",
        };
    }

    private static string[] Lines(string reason) => reason.Length == 0 ? [] : [reason];
}
