using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Restaurant.Domain.Menu.Files;

/// <summary>The menu as JSON: everything there is to say about it, prices as decimals.</summary>
public static class MenuJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 32,
        AllowDuplicateProperties = false,
    };

    /// <summary>Never throws for what is in the file: what cannot be read is a bad row.</summary>
    /// <param name="decimals">Of the currency: 2 for dollars, 0 for yen.</param>
    public static MenuFile Read(string json, int decimals = 2)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json, documentOptions: Lenient);
        }
        catch (JsonException exception)
        {
            return MenuFile.Unreadable($"line {(exception.LineNumber ?? 0) + 1}", "This is not valid JSON. Compare the commas, quotes and names around this place.");
        }

        return root is JsonObject menu && menu["categories"] is JsonArray
            ? new MenuJsonReader(decimals).Read(menu)
            : MenuFile.Unreadable("the file", "A menu is an object with \"categories\", each with \"name\" and \"items\".");
    }

    public static string Write(RestaurantMenu menu, int decimals = 2) => new JsonObject
    {
        ["restaurant"] = menu.Restaurant,
        ["categories"] = List(menu.Categories, category => new()
        {
            ["name"] = category.Name,
            ["kind"] = category.Kind,
            ["items"] = List(category.Items, item => Write(item, decimals)),
        }),
        ["modifierGroups"] = List(menu.ModifierGroups, group => new()
        {
            ["name"] = group.Name,
            ["modifiers"] = List(group.Modifiers, modifier => Choice(modifier.Name, modifier.Aliases, modifier.PriceDeltaMinor, decimals)),
        }),
    }.ToJsonString(Indented);

    private static JsonObject Write(MenuItem item, int decimals)
    {
        var written = new JsonObject
        {
            ["name"] = item.Name,
            ["aliases"] = Words(item.Aliases),
            ["description"] = item.Description,
            ["price"] = PriceText.ToDecimal(item.PriceMinor, decimals),
            ["sizes"] = List(item.Sizes, size => Choice(size.Name, size.Aliases, size.PriceDeltaMinor, decimals)),
            ["modifierGroups"] = Words(item.ModifierGroups),
            ["ingredients"] = Words(item.Ingredients),
            ["tags"] = Words(item.Tags),
            ["allergens"] = Words(item.Allergens),
            ["station"] = item.Station,
        };
        if (item.SoldOutUntil is { } until)
            written["soldOutUntil"] = until;
        return written;
    }

    private static JsonObject Choice(string name, IReadOnlyList<string> aliases, long delta, int decimals) => new()
    {
        ["name"] = name,
        ["aliases"] = Words(aliases),
        ["priceDelta"] = PriceText.ToDecimal(delta, decimals),
    };

    private static JsonArray Words(IReadOnlyList<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);

    private static JsonArray List<T>(IEnumerable<T> things, Func<T, JsonObject> write) => new([.. things.Select(write)]);
}
