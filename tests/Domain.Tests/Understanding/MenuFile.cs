using System.Text.Json.Nodes;
using Restaurant.Domain.Menu;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>The invented menus of Data/Menus.</summary>
internal static class MenuFile
{
    public static string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "Understanding", "Data");

    public static RestaurantMenu Read(string name)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "Menus", name + ".json")))!;
        return new(
            (string)root["restaurant"]!,
            [.. root["categories"]!.AsArray().Select(category => new MenuCategory((string)category!["name"]!, (string)category["kind"]!, [.. category["items"]!.AsArray().Select(Item)]))],
            [.. root["modifierGroups"]!.AsArray().Select(group => new ModifierGroup((string)group!["name"]!, [.. group["modifiers"]!.AsArray().Select(Modifier)]))]);
    }

    private static MenuItem Item(JsonNode? item) => new()
    {
        Name = (string)item!["name"]!,
        Description = (string?)item["description"] ?? "",
        PriceMinor = (long)Math.Round((double)item["price"]! * 100),
        Aliases = Names(item["aliases"]),
        ModifierGroups = Names(item["modifierGroups"]),
        Sizes = [.. (item["sizes"]?.AsArray() ?? []).Select(size => new MenuSize((string)size!["name"]!, 0) { Aliases = Names(size["aliases"]) })],
    };

    private static Modifier Modifier(JsonNode? modifier) => new((string)modifier!["name"]!, 0) { Aliases = Names(modifier["aliases"]) };

    private static string[] Names(JsonNode? names) => [.. (names?.AsArray() ?? []).Select(name => (string)name!)];
}
