using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Orders;

/// <summary>Prices come only from the menu table: what is not on the menu has no price and is returned as a problem.</summary>
public static class Pricing
{
    public const int MaxQuantity = 500;

    public static PricedOrder Price(IReadOnlyList<ReadLine> lines, RestaurantMenu menu, DateTimeOffset now)
    {
        var prices = PriceList.Of(menu);
        var priced = new List<OrderLine>(lines.Count);
        var problems = new List<string>();
        var total = 0L;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (prices.Find(line.Item) is not { } item)
            {
                problems.Add($"{line.Item} is not on the menu");
                continue;
            }

            var ticket = PriceLine(line, item, now, problems);
            priced.Add(ticket);
            total += ticket.TotalMinor;
        }

        return new(priced, total, problems);
    }

    private static OrderLine PriceLine(ReadLine line, PricedItem priced, DateTimeOffset now, List<string> problems)
    {
        var item = priced.Item;
        if (item.IsSoldOut(now))
            problems.Add($"{item.Name} is sold out");
        if (line.Quantity is < 1 or > MaxQuantity)
            problems.Add($"{line.Quantity} is no number of {item.Name} we can make: 1 to {MaxQuantity}");

        var size = line.Size is null ? null : priced.Size(line.Size);
        if (line.Size is not null && size is null)
            problems.Add($"{item.Name} has no size {line.Size}");

        var unit = item.PriceMinor + (size?.PriceDeltaMinor ?? 0);
        var modifiers = new List<OrderModifier>(line.Modifiers.Count);
        for (var at = 0; at < line.Modifiers.Count; at++)
        {
            var read = line.Modifiers[at];
            if (PriceModifier(read, priced) is { } modifier)
            {
                modifiers.Add(modifier);
                unit += modifier.PriceMinor;
            }
            else
            {
                problems.Add($"{item.Name} has no {read.Modifier}");
            }
        }

        return new(
            item.Name, Math.Clamp(line.Quantity, 1, MaxQuantity), size?.Name, modifiers, unit, line.Words, line.Why, item.Station);
    }

    private static OrderModifier? PriceModifier(ReadModifier read, PricedItem item)
    {
        var quantity = Math.Clamp(read.Quantity, 1, MaxQuantity);
        var costs = read.Action is ModifierAction.Add or ModifierAction.Extra;
        if (item.Modifier(read.Modifier) is { } modifier)
        {
            // Leaving something out, or apart, or having less of it, costs nothing and saves nothing.
            return new(modifier.Name, read.Action, quantity, costs ? modifier.PriceDeltaMinor * quantity : 0);
        }

        // What is in the dish anyway can be left out, though it is nothing one could add for a price.
        return !costs && item.Ingredient(read.Modifier) is { } ingredient ? new(ingredient, read.Action, quantity, 0) : null;
    }
}
