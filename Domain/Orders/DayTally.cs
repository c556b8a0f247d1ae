namespace Restaurant.Domain.Orders;

/// <summary>Counts the orders of one day one after the other, and keeps none of them.</summary>
public sealed class DayTally(Func<DateTimeOffset, DateTimeOffset> toLocal)
{
    private const int Top = 5;
    private readonly int[] hours = new int[24];
    private readonly Dictionary<string, int> items = [];
    private int orders;
    private int cancelled;
    private long revenue;

    public void Add(OrderStatus status, DateTimeOffset createdAt, long totalMinor, IReadOnlyList<OrderLine> lines)
    {
        if (status == OrderStatus.Cancelled)
        {
            cancelled++;
            return;
        }

        orders++;
        revenue += totalMinor;
        hours[toLocal(createdAt).Hour]++;
        foreach (var line in lines)
            items[line.Item] = items.GetValueOrDefault(line.Item) + line.Quantity;
    }

    public DayFigures Figures()
    {
        var most = hours.Max();
        var top = items.Select(item => new ItemCount(item.Key, item.Value))
            .OrderByDescending(item => item.Quantity).ThenBy(item => item.Item, StringComparer.Ordinal).Take(Top);
        var average = orders == 0 ? 0 : (long)Math.Round((decimal)revenue / orders, MidpointRounding.AwayFromZero);
        return new(orders, cancelled, revenue, average, most == 0 ? null : Array.IndexOf(hours, most), most, [.. top]);
    }
}
