namespace Restaurant.Domain.Orders;

public enum LineChangeKind
{
    Added,
    Removed,

    /// <summary>The same thing, another number of it.</summary>
    Quantity,
}

/// <param name="Line">The line as it is now; for a removed one, as it was.</param>
/// <param name="Before">How many there were.</param>
public sealed record LineChange(LineChangeKind Kind, OrderLine Line, int Before)
{
    public int After => Kind == LineChangeKind.Removed ? 0 : Line.Quantity;
}

/// <summary>What a cook has to know when an order changes. Prices, words and reasons are not part of it.</summary>
public static class OrderDiff
{
    public static IReadOnlyList<LineChange> Between(IReadOnlyList<OrderLine> before, IReadOnlyList<OrderLine> after)
    {
        var old = Count(before);
        var now = Count(after);
        var changes = new List<LineChange>();
        foreach (var (key, (line, quantity)) in now)
        {
            var was = old.TryGetValue(key, out var earlier) ? earlier.Quantity : 0;
            if (was != quantity)
                changes.Add(new(was == 0 ? LineChangeKind.Added : LineChangeKind.Quantity, line with { Quantity = quantity }, was));
        }

        foreach (var (key, (line, quantity)) in old)
        {
            if (!now.ContainsKey(key))
                changes.Add(new(LineChangeKind.Removed, line with { Quantity = quantity }, quantity));
        }

        return changes;
    }

    /// <summary>Two lines with the same key are cooked alike.</summary>
    public static string KeyOf(OrderLine line) => string.Join('|',
        line.Item.ToUpperInvariant(), line.Size?.ToUpperInvariant(),
        string.Join('+', line.Modifiers
            .Select(modifier => $"{modifier.Action}:{modifier.Name.ToUpperInvariant()}:{modifier.Quantity}").Order(StringComparer.Ordinal)));

    private static Dictionary<string, (OrderLine Line, int Quantity)> Count(IReadOnlyList<OrderLine> lines)
    {
        var counts = new Dictionary<string, (OrderLine Line, int Quantity)>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var key = KeyOf(line);
            counts[key] = (line, line.Quantity + (counts.TryGetValue(key, out var same) ? same.Quantity : 0));
        }

        return counts;
    }
}
