using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Orders;

/// <summary>A day's orders as a table, one row a line, by time of day. The order's total stands in its first row only, so that the column adds up.</summary>
public static class OrderCsv
{
    public static string Of(IEnumerable<Order> orders, Func<DateTimeOffset, DateTimeOffset> toLocal)
    {
        var csv = new CsvText().Row(
            "day", "time", "number", "status", "channel", "customer", "item", "size", "quantity", "modifiers", "unit_price", "line_total", "order_total",
            "revision", "words");
        foreach (var order in orders.OrderBy(order => order.CreatedAt).ThenBy(order => order.Number))
        {
            var time = TimeOnly.FromDateTime(toLocal(order.CreatedAt).DateTime);
            foreach (var (i, line) in order.Lines.Index())
            {
                csv.Row(
                    order.Day, time, order.Number, order.Status, order.Channel, order.Sender, line.Item, line.Size, line.Quantity,
                    string.Join("; ", line.Modifiers.Select(Words)), Major(line.UnitMinor), Major(line.TotalMinor),
                    i == 0 ? Major(order.TotalMinor) : null, order.Revision, i == 0 ? order.Words : null);
            }
        }

        return csv.ToString();
    }

    private static decimal Major(long minor) => minor / 100m;

    private static string Words(OrderModifier modifier) => modifier.Action switch
    {
        ModifierAction.Remove => $"no {modifier.Name}",
        ModifierAction.Light => $"light {modifier.Name}",
        ModifierAction.Side => $"{modifier.Name} on the side",
        ModifierAction.Extra => modifier.Quantity > 1 ? $"extra {modifier.Quantity} x {modifier.Name}" : $"extra {modifier.Name}",
        _ => modifier.Quantity > 1 ? $"{modifier.Quantity} x {modifier.Name}" : modifier.Name,
    };
}
