using System.Globalization;
using Restaurant.Domain.Orders;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Orders;

internal static class OrderQueries
{
    public static IQueryable<Order> Matching(this IQueryable<Order> orders, OrderFilter filter)
    {
        if (filter.Status is { } status)
            orders = orders.Where(order => order.Status == status);
        if (filter.Day is { } day)
            orders = orders.Where(order => order.Day == day);
        if (filter.Channel is { Length: > 0 } channel)
            orders = orders.Where(order => order.Channel == channel);
        if (int.TryParse(filter.Search?.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return orders.Where(order => order.Number == number);

        return orders.Containing(filter.Search, order => order.Sender, order => order.Words);
    }
}
