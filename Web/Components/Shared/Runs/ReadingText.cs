using System.Globalization;
using Restaurant.Domain.Understanding;

namespace Restaurant.Web.Components.Shared.Runs;

/// <summary>What was read from a message, as the kitchen would say it: "2 × Veggie Wrap, no onions; 1 × Lemonade".</summary>
public static class ReadingText
{
    public static string? Of(OrderReading? reading)
    {
        if (reading is null || (reading.Lines.Count == 0 && reading.Unmatched.Count == 0))
            return null;

        var parts = reading.Lines.Select(Of);
        if (reading.Unmatched.Count > 0)
            parts = parts.Append($"unclear: {string.Join(", ", reading.Unmatched.Select(phrase => $"\u201c{phrase.Words}\u201d"))}");
        return string.Join("; ", parts);
    }

    public static string Of(ReadLine line)
    {
        var name = line.Size is null ? line.Item : $"{line.Item} ({line.Size})";
        return string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} × {name}{string.Concat(line.Modifiers.Select(modifier => $", {Of(modifier)}"))}");
    }

    public static string Of(ReadModifier modifier)
    {
        var words = modifier.Action switch
        {
            ModifierAction.Remove => $"no {modifier.Modifier}",
            ModifierAction.Extra => $"extra {modifier.Modifier}",
            ModifierAction.Light => $"light {modifier.Modifier}",
            ModifierAction.Side => $"{modifier.Modifier} on the side",
            _ => $"with {modifier.Modifier}",
        };
        return modifier.Quantity > 1 ? string.Create(CultureInfo.InvariantCulture, $"{words} ({modifier.Quantity})") : words;
    }
}
