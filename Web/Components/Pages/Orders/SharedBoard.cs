using Restaurant.Domain.Orders;
using Restaurant.Web.Components.Beats;

namespace Restaurant.Web.Components.Pages.Orders;

internal static class SharedBoard
{
    /// <summary>The board that office and kitchen look at, read once for all of them.</summary>
    public static Task<OrderBoard> BoardTogetherAsync(this IOrders orders, DateOnly day, string? search, CancellationToken cancellationToken) =>
        Beat.ShareAsync((nameof(SharedBoard), day, search), stop => orders.BoardAsync(day, search, stop), cancellationToken);
}
