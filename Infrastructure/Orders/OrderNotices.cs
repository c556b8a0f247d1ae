using Restaurant.Domain.Notifications;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Settings;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Orders;

/// <summary>What the orders' room must hear of when a person acts: what is new, changed, cancelled or on again; not every move on the board.</summary>
internal sealed class OrderNotices(ISettings settings)
{
    public Task PlacedAsync(Act act, Order order, CancellationToken cancellationToken) =>
        act.NotifyAsync(Notices.ForOrder(order, settings.Current, act.Now), cancellationToken);

    public Task RevisedAsync(Act act, Order order, IReadOnlyList<OrderLine> before, CancellationToken cancellationToken) =>
        act.NotifyAsync(Notices.ForOrderChanged(order, before, settings.Current, act.Now), cancellationToken);

    public Task MovedAsync(Act act, Order order, OrderStatus from, CancellationToken cancellationToken) => act.NotifyAsync(
        order.Status == OrderStatus.Cancelled ? Notices.ForOrderCancelled(order, settings.Current, act.Now)
        : from == OrderStatus.Cancelled ? Notices.ForOrderReopened(order, settings.Current, act.Now)
        : null, cancellationToken);
}
