using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Menu.Files;

/// <summary>Walks through one parsed file and keeps what can be used.</summary>
internal sealed class MenuJsonReader(int decimals)
{
    private readonly List<BadRow> bad = [];
    private readonly List<string> badNames = [];
    private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> seenGroups = new(StringComparer.OrdinalIgnoreCase);
    private MenuFields given;

    public MenuFile Read(JsonObject root)
    {
        if (root.ContainsKey("modifierGroups"))
            given |= MenuFields.GroupContents;
        var groups = Each(root["modifierGroups"], "modifierGroups", (node, _) => ReadGroup(node));
        var known = groups.ToDictionary(group => group.Name, group => group.Name, StringComparer.OrdinalIgnoreCase);
        var categories = Each(root["categories"], "categories", (node, where) => ReadCategory(node, where, known));
        return MenuFile.Of(TextOf(root["restaurant"]), categories, groups, given, bad, badNames);
    }

    private ModifierGroup ReadGroup(JsonObject node)
    {
        var name = NameOf(node);
        if (!seenGroups.Add(name))
            throw new FormatException("There is a group of this name further up; this one is left out.");
        var modifiers = Each(node["modifiers"], $"modifierGroups ({Short(name)})", (modifier, _) =>
            new Modifier(NameOf(modifier), Money(modifier, "priceDelta", 0)) { Aliases = Words(modifier, "aliases") });
        return Checked(new ModifierGroup(name, modifiers), group => new("", [], [group]));
    }

    private MenuCategory ReadCategory(JsonObject node, string where, Dictionary<string, string> groups)
    {
        var name = NameOf(node);
        if (node.ContainsKey("kind"))
            given |= MenuFields.Kinds;
        var items = Each(node["items"], $"{where}.items", (item, at) => ReadItem(item, at, groups));
        return new(name, node["kind"] is null ? CategoryText.KindOf(name) : TextOf(node["kind"]), items);
    }

    private MenuItem ReadItem(JsonObject node, string where, Dictionary<string, string> groups)
    {
        var name = NameOf(node);
        if (!seen.Add(name))
            throw new FormatException("There is an item of this name further up; this one is left out.");

        var text = DescriptionText.Read(TextOf(node["description"]));
        var wanted = Given(node, "modifierGroups", MenuFields.ModifierGroups);
        foreach (var unknown in wanted.Where(group => !groups.ContainsKey(group)))
            bad.Add(new($"{where} ({name})", $"There is no modifier group “{unknown}” in the file; the item is kept without it."));

        var item = new MenuItem
        {
            Name = name,
            Description = text.Prose,
            PriceMinor = Money(node, "price", null),
            Aliases = Given(node, "aliases", MenuFields.Aliases),
            Sizes = Sizes(node, where),
            ModifierGroups = [.. wanted.Where(groups.ContainsKey).Select(group => groups[group])],
            Ingredients = Given(node, "ingredients", MenuFields.Ingredients, text.Ingredients),
            Tags = Given(node, "tags", MenuFields.Tags, text.Tags),
            Allergens = Given(node, "allergens", MenuFields.Allergens, text.Allergens),
            Station = TextOf(node["station"]),
            SoldOutUntil = SoldOut(node),
        };
        if (node.ContainsKey("station"))
            given |= MenuFields.Station;
        return Checked(item, checkedItem => new("", [new("category", "", [checkedItem with { ModifierGroups = [] }])], []));
    }

    private List<MenuSize> Sizes(JsonObject node, string where)
    {
        if (node.ContainsKey("sizes"))
            given |= MenuFields.Sizes;
        return Each(node["sizes"], $"{where}.sizes", (size, _) =>
            new MenuSize(NameOf(size), Money(size, "priceDelta", 0)) { Aliases = Words(size, "aliases") });
    }

    private DateTimeOffset? SoldOut(JsonObject node)
    {
        if (!node.ContainsKey("soldOutUntil"))
            return null;
        given |= MenuFields.SoldOut;
        if (TextOf(node["soldOutUntil"]) is not { Length: > 0 } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            ? until.ToUniversalTime()
            : throw new FormatException($"\"soldOutUntil\" is not a time: {Short(text)}. Write 2026-05-01T18:00:00Z.");
    }

    private List<string> Given(JsonObject node, string field, MenuFields flag, IReadOnlyList<string>? otherwise = null)
    {
        if (node.ContainsKey(field))
        {
            given |= flag;
            return Words(node, field);
        }

        if (otherwise is { Count: > 0 })
            given |= flag;
        return [.. otherwise ?? []];
    }

    // One thing that cannot be read is named, and the others are kept.
    private List<T> Each<T>(JsonNode? list, string path, Func<JsonObject, string, T> read)
    {
        if (list is null)
            return [];
        if (list is not JsonArray array)
        {
            bad.Add(new(path, "This must be a list in square brackets; it is left out."));
            return [];
        }

        var things = new List<T>(array.Count);
        foreach (var (at, node) in array.Index())
        {
            var where = $"{path}[{at}]";
            try
            {
                things.Add(read(node as JsonObject ?? throw new FormatException("This must be an object in curly brackets."), where));
            }
            catch (FormatException exception)
            {
                var name = node is JsonObject named ? TextOf(named["name"]) : "";
                bad.Add(new(name.Length > 0 ? $"{where} ({Short(name)})" : where, exception.Message));
                badNames.Add(name);
            }
        }

        return things;
    }

    private static T Checked<T>(T thing, Func<T, RestaurantMenu> alone) =>
        MenuRules.Check(alone(thing)) is [var first, ..] ? throw new FormatException(first.Message) : thing;

    private static string NameOf(JsonObject node) =>
        TextOf(node["name"]).Trim() is { Length: > 0 } name ? name : throw new FormatException("\"name\" is missing.");

    private long Money(JsonObject node, string field, long? missing) => node[field] switch
    {
        null => missing ?? throw new FormatException($"\"{field}\" is missing."),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<decimal>(out var price)
            && PriceText.TryRead(price, decimals, out var minor) => minor,
        JsonValue value when value.TryGetValue<string>(out var text) && PriceText.TryRead(text, decimals, out var minor) => minor,
        var other => throw new FormatException($"\"{field}\" is not a price: {Short(other.ToJsonString())}. Write a number with at most {decimals} decimals."),
    };

    private static List<string> Words(JsonObject node, string field) => node[field] switch
    {
        null => [],
        JsonArray array => [.. array.Select(word => TextOf(word).Trim()).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
        _ => throw new FormatException($"\"{field}\" must be a list of texts in square brackets."),
    };

    private static string TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
