using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>A message of somebody who had never seen the reader, with the menu it is about.</summary>
internal sealed record StrangersMessage(string MenuName, RestaurantMenu Menu, HeldBackMessage Message)
{
    /// <summary>The messages of a file in Data; its head says how a line is written.</summary>
    public static IEnumerable<StrangersMessage> Read(string file)
    {
        var name = "";
        var menu = new RestaurantMenu("", [], []);
        var index = MenuIndex.Compile(menu);
        foreach (var line in File.ReadLines(Path.Combine(MenuFile.Folder, file)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                index = MenuIndex.Compile(menu = MenuFile.Read(name = line[3..]));
            else if (line.Length > 0 && line[0] != '#')
                yield return new(name, menu, Checked(HeldBackFile.ReadMessage(line, index), menu, file));
        }
    }

    private static HeldBackMessage Checked(HeldBackMessage message, RestaurantMenu menu, string file)
    {
        foreach (var line in message.Readings.SelectMany(reading => reading.Lines))
            menu.Items.ShouldContain(item => item.Name.Equals(line.Item, StringComparison.OrdinalIgnoreCase), $"{file} asks for a dish that is not on the menu: {message.Message.Text}");
        return message;
    }
}
