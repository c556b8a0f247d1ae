namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>Compares lines by what is cooked: not by their order, nor by the words they were read from.</summary>
public static class SameLines
{
    public static bool Are(IReadOnlyList<ReadLine> one, IReadOnlyList<ReadLine> other)
    {
        var left = Count(one);
        var right = Count(other);
        return left.Count == right.Count && left.All(line => right.GetValueOrDefault(line.Key) == line.Value);
    }

    private static Dictionary<string, int> Count(IReadOnlyList<ReadLine> lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var modifiers = line.Modifiers.Select(modifier => $"{modifier.Action} {modifier.Quantity} {modifier.Modifier}").Order(StringComparer.OrdinalIgnoreCase);
            var key = $"{line.Item}|{line.Size}|{string.Join(',', modifiers)}";
            counts[key] = counts.GetValueOrDefault(key) + line.Quantity;
        }

        return counts;
    }
}
