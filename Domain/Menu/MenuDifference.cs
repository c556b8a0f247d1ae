using System.Text.Json.Nodes;

namespace Restaurant.Domain.Menu;

/// <summary>One thing on the menu as it was before and after a change; null where it did not exist.</summary>
/// <param name="Kind">"item", "category", "group" or "menu" (its own name).</param>
public sealed record MenuDifference(string Kind, Guid Id, string Name, JsonObject? Before, JsonObject? After)
{
    // Where a thing stands is kept to put it back there, but moving up because another was removed is no change.
    private static readonly HashSet<string> Hints = ["place", "category"];

    public static IReadOnlyList<MenuDifference> Between(RestaurantMenu before, RestaurantMenu after)
    {
        var (old, changed) = (MenuSnapshot.Of(before), MenuSnapshot.Of(after));
        return [.. old.Keys.Union(changed.Keys)
            .Select(key => (key, Before: old.GetValueOrDefault(key), After: changed.GetValueOrDefault(key)))
            .Where(row => !Same(row.Before, row.After))
            .Select(row => new MenuDifference(row.key.Kind, row.key.Id, Named(row.Before ?? row.After!), row.Before, row.After))];
    }

    /// <summary>The names of the fields that differ.</summary>
    public IEnumerable<string> Fields() => (Before ?? []).Select(field => field.Key).Union((After ?? []).Select(field => field.Key))
        .Where(field => !Hints.Contains(field) && !JsonNode.DeepEquals(Before?[field], After?[field]));

    private static bool Same(JsonObject? before, JsonObject? after) =>
        before is not null && after is not null && !new MenuDifference("", Guid.Empty, "", before, after).Fields().Any();

    private static string Named(JsonObject thing) => thing["name"]!.GetValue<string>();
}
