using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Restaurant.Domain.Menu;

/// <summary>A menu taken apart into its things, each a JSON object, and put together again. The history keeps things in this form.</summary>
public static class MenuSnapshot
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Dictionary<(string Kind, Guid Id), JsonObject> Of(RestaurantMenu menu)
    {
        var things = new Dictionary<(string, Guid), JsonObject>
        {
            [("menu", Guid.Empty)] = new() { ["name"] = menu.Restaurant },
        };
        foreach (var (at, group) in menu.ModifierGroups.Index())
            things[("group", group.Id)] = Taken(group, at);
        foreach (var (at, category) in menu.Categories.Index())
        {
            var taken = Taken(category with { Items = [] }, at);
            taken.Remove("items");
            things[("category", category.Id)] = taken;
            foreach (var (place, item) in category.Items.Index())
            {
                var dish = things[("item", item.Id)] = Taken(item, place);
                dish["categoryId"] = category.Id;
                dish["category"] = category.Name;
            }
        }

        return things;
    }

    public static RestaurantMenu ToMenu(IReadOnlyDictionary<(string Kind, Guid Id), JsonObject> things, long version)
    {
        var items = Of(things, "item").ToLookup(item => item["categoryId"]!.GetValue<Guid>());
        return new(
            things[("menu", Guid.Empty)]["name"]!.GetValue<string>(),
            [.. Of(things, "category").Select(category => Back<MenuCategory>(category) is var bare
                ? bare with { Items = [.. items[bare.Id].Select(Back<MenuItem>)] }
                : bare)],
            [.. Of(things, "group").Select(Back<ModifierGroup>)],
            version);
    }

    private static IEnumerable<JsonObject> Of(IReadOnlyDictionary<(string Kind, Guid Id), JsonObject> things, string kind) => things
        .Where(thing => thing.Key.Kind == kind).Select(thing => thing.Value).OrderBy(thing => thing["place"]!.GetValue<double>());

    private static JsonObject Taken<T>(T thing, double place)
    {
        var taken = JsonSerializer.SerializeToNode(thing, Json)!.AsObject();
        taken.Remove("revision");
        taken["place"] = place;
        return taken;
    }

    private static T Back<T>(JsonObject taken) => taken.Deserialize<T>(Json)!;
}
