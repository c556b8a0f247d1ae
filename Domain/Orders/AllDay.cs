namespace Restaurant.Domain.Orders;

/// <param name="Line">One of the lines that are cooked alike; its own quantity says nothing.</param>
public sealed record AllDayCount(OrderLine Line, int Quantity);

/// <summary>How many of each thing all open tickets ask for together, so that a station can cook them in one go.</summary>
public static class AllDay
{
    /// <summary>Most wanted first. Things with different modifiers are counted apart; what a station has finished is not counted.</summary>
    public static IReadOnlyList<AllDayCount> Of(IEnumerable<Order> orders, string? station = null) =>
        [.. orders
            .Where(order => order.Status is OrderStatus.New or OrderStatus.Preparing)
            .SelectMany(order => order.Lines
                .Where(line => station is null || string.Equals(line.Station, station, StringComparison.OrdinalIgnoreCase))
                .Where(line => !order.DoneStations.Contains(line.Station, StringComparer.OrdinalIgnoreCase)))
            .GroupBy(OrderDiff.KeyOf, StringComparer.Ordinal)
            .Select(alike => new AllDayCount(alike.First(), alike.Sum(line => line.Quantity)))
            .OrderByDescending(count => count.Quantity).ThenBy(count => count.Line.Item, StringComparer.Ordinal)];
}
