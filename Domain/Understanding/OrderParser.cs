namespace Restaurant.Domain.Understanding;

public static class OrderParser
{
    public static OrderReading Parse(ScreenedMessage message, MenuIndex index)
    {
        var lines = index.Menu.Items
            .Where(item => item.Aliases.Prepend(item.Name).Any(name => message.Text.Contains(name, StringComparison.OrdinalIgnoreCase)))
            .Select(item => new ReadLine(item.Name, 1, null, [], item.Name, "name"))
            .ToList();
        return new(lines, [], lines.Count > 0 ? 0.9 : 0.5, $"{lines.Count} dishes named");
    }
}
