using System.Text.Json.Nodes;
using Restaurant.Domain.Menu;

namespace Restaurant.Domain.Understanding.Opinions;

/// <summary>The JSON schema of an answer, built from the menu: a model that keeps to it can name nothing that is not sold.</summary>
public static class OpinionSchema
{
    public static JsonObject For(RestaurantMenu menu) => Object(
        ("intent", OneOf(["order", "enquiry", "miscellaneous", "offensive"])),
        ("items", List(Object(
            ("item", OneOf(menu.Items.Select(item => item.Name))),
            ("quantity", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = OpinionCheck.MostOfOne }),
            ("size", Nullable(menu.Items.SelectMany(item => item.Sizes).Select(size => size.Name))),
            ("modifiers", List(Object(
                ("modifier", OneOf(menu.ModifierGroups.SelectMany(group => group.Modifiers).Select(modifier => modifier.Name))),
                ("action", OneOf(["add", "remove", "extra", "light", "side"])),
                ("quantity", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = OpinionCheck.MostOfOne }))))))),
        ("unmatched", List(new JsonObject { ["type"] = "string" })));

    private static JsonObject Object(params (string Name, JsonNode Schema)[] properties)
    {
        var all = new JsonObject();
        foreach (var (name, schema) in properties)
            all[name] = schema;
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = all,
            ["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Name)]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    // A schema may not hold an empty choice: a menu without modifiers allows any text, and the check refuses it.
    private static JsonObject OneOf(IEnumerable<string> names)
    {
        var values = names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (JsonNode)name).ToArray();
        return values.Length == 0 ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["enum"] = new JsonArray(values) };
    }

    private static JsonObject Nullable(IEnumerable<string> names)
    {
        var values = names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (JsonNode?)name).Append(null).ToArray();
        return new() { ["type"] = new JsonArray("string", "null"), ["enum"] = new JsonArray(values) };
    }
}
