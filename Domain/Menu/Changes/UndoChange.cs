using System.Text.Json.Nodes;

namespace Restaurant.Domain.Menu.Changes;

/// <summary>Puts back what a change changed, field by field, so that later changes of other fields stay.</summary>
public sealed record UndoChange(MenuHistoryEntry Entry) : MenuChange
{
    public override MenuVerdict Decide(RestaurantMenu menu)
    {
        var things = MenuSnapshot.Of(menu);
        foreach (var change in Entry.Changes)
        {
            var key = (change.Kind, change.Id);
            if (change.Before is null)
                things.Remove(key);
            else if (change.After is null)
                things.TryAdd(key, PutBack(change.Before));
            else if (things.TryGetValue(key, out var now))
                things[key] = Merge(change, now);
            else
                return Refuse(menu, "", $"{change.Name} has been removed since. Undo that first.");
        }

        foreach (var item in things.Where(thing => thing.Key.Kind == "item").Select(thing => thing.Value).ToList())
            FindCategory(things, item);
        return Accept(MenuSnapshot.ToMenu(things, menu.Version), $"undid: {Entry.What}");
    }

    private static JsonObject Merge(MenuDifference change, JsonObject now)
    {
        var merged = now.DeepClone().AsObject();
        foreach (var field in change.Fields())
        {
            if (change.Before![field] is { } value)
                merged[field] = value.DeepClone();
            else
                merged.Remove(field);
        }

        return merged;
    }

    private static JsonObject PutBack(JsonObject before)
    {
        var thing = before.DeepClone().AsObject();

        // In front of what has moved up into its place.
        thing["place"] = thing["place"]!.GetValue<double>() - 0.5;
        return thing;
    }

    // The category that an item comes back to may have gone too, or may have been added by the change that is undone.
    private static void FindCategory(Dictionary<(string Kind, Guid Id), JsonObject> things, JsonObject item)
    {
        var id = item["categoryId"]!.GetValue<Guid>();
        if (things.ContainsKey(("category", id)))
            return;

        var name = item["category"]!.GetValue<string>();
        var there = things.FirstOrDefault(thing => thing.Key.Kind == "category"
            && string.Equals(thing.Value["name"]!.GetValue<string>(), name, StringComparison.OrdinalIgnoreCase));
        if (there.Value is not null)
            item["categoryId"] = there.Key.Id;
        else
            things[("category", id)] = new() { ["id"] = id, ["name"] = name, ["kind"] = "", ["place"] = double.MaxValue };
    }
}
