using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Orders;

/// <summary>Prices come only from the menu table: what is not on the menu has no price and is returned as a problem.</summary>
public static class Pricing
{
    public static PricedOrder Price(IReadOnlyList<ReadLine> lines, RestaurantMenu menu, DateTimeOffset now)
    {
        var priced = new List<OrderLine>(lines.Count);
        var problems = new List<string>();
        foreach (var line in lines)
        {
            var item = menu.Items.FirstOrDefault(candidate => string.Equals(candidate.Name, line.Item, StringComparison.OrdinalIgnoreCase));
            if (item is null)
                problems.Add($"{line.Item} is not on the menu");
            else
                priced.Add(PriceLine(line, item, menu, now, problems));
        }

        return new(priced, priced.Sum(line => line.TotalMinor), problems);
    }

    private static OrderLine PriceLine(ReadLine line, MenuItem item, RestaurantMenu menu, DateTimeOffset now, List<string> problems)
    {
        if (item.IsSoldOut(now))
            problems.Add($"{item.Name} is sold out");

        var size = item.Sizes.FirstOrDefault(candidate => string.Equals(candidate.Name, line.Size, StringComparison.OrdinalIgnoreCase));
        if (line.Size is not null && size is null)
            problems.Add($"{item.Name} has no size {line.Size}");

        var offered = menu.ModifierGroups.Where(group => item.ModifierGroups.Contains(group.Name)).SelectMany(group => group.Modifiers).ToList();
        var modifiers = new List<OrderModifier>(line.Modifiers.Count);
        foreach (var read in line.Modifiers)
        {
            var modifier = offered.FirstOrDefault(candidate => string.Equals(candidate.Name, read.Modifier, StringComparison.OrdinalIgnoreCase));
            if (modifier is null)
            {
                problems.Add($"{item.Name} has no {read.Modifier}");
                continue;
            }

            // Leaving something out, or apart, or having less of it, costs nothing and saves nothing.
            var price = read.Action is ModifierAction.Add or ModifierAction.Extra ? modifier.PriceDeltaMinor * read.Quantity : 0;
            modifiers.Add(new(modifier.Name, read.Action, read.Quantity, price));
        }

        var unit = item.PriceMinor + (size?.PriceDeltaMinor ?? 0) + modifiers.Sum(modifier => modifier.PriceMinor);
        return new(item.Name, line.Quantity, size?.Name, modifiers, unit, line.Words, line.Why, item.Station);
    }
}
