namespace Restaurant.Domain.Orders;

/// <summary>The numbers of one day; a cancelled order counts only as cancelled.</summary>
/// <param name="BusiestHour">The hour (0 to 23, restaurant time) in which most orders came in; null on a day without orders.</param>
public sealed record DayFigures(
    int Orders, int Cancelled, long RevenueMinor, long AverageMinor, int? BusiestHour, int BusiestHourOrders, IReadOnlyList<ItemCount> TopItems)
{
    private const int Top = 5;

    public static DayFigures Of(IEnumerable<Order> orders, Func<DateTimeOffset, DateTimeOffset> toLocal)
    {
        var all = orders.ToList();
        var kept = all.FindAll(order => order.Status != OrderStatus.Cancelled);
        var revenue = kept.Sum(order => order.TotalMinor);
        var busiest = kept.CountBy(order => toLocal(order.CreatedAt).Hour).OrderByDescending(hour => hour.Value).ThenBy(hour => hour.Key)
            .Select(hour => ((int Hour, int Orders)?)(hour.Key, hour.Value)).FirstOrDefault();
        var top = kept.SelectMany(order => order.Lines)
            .GroupBy(line => line.Item, (item, lines) => new ItemCount(item, lines.Sum(line => line.Quantity)))
            .OrderByDescending(item => item.Quantity).ThenBy(item => item.Item, StringComparer.Ordinal).Take(Top);
        var average = kept.Count == 0 ? 0 : (long)Math.Round((decimal)revenue / kept.Count, MidpointRounding.AwayFromZero);
        return new(kept.Count, all.Count - kept.Count, revenue, average, busiest?.Hour, busiest?.Orders ?? 0, [.. top]);
    }
}

public sealed record ItemCount(string Item, int Quantity);
