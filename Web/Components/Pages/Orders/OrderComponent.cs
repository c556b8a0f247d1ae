using Microsoft.AspNetCore.Components;
using Restaurant.Domain.Live;
using Restaurant.Domain.Orders;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components.Pages.Orders;

/// <summary>Shows orders, and moves them on the board.</summary>
public abstract class OrderComponent : ActingComponent
{
    [Inject]
    public required IOrders Orders { get; init; }

    protected override Topic Watched => Topic.Orders;

    protected async Task MoveAsync(Order order, OrderStatus to)
    {
        var (who, from) = (await WhoAsync(), order.Status);
        var moved = await Orders.MoveAsync(order.Id, to, order.Version, who, null, CancellationToken.None);
        if (Tell(moved))
        {
            var version = moved.Value!.Version;
            Undo.Offer(moved.Sentence.TrimEnd('.'), async () => Must(await Orders.MoveAsync(order.Id, from, version, who, "undone", CancellationToken.None)));
        }

        await ReloadAsync();
    }
}
