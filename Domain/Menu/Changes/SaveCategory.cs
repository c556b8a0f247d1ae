namespace Restaurant.Domain.Menu.Changes;

/// <summary>Adds a category, or gives the one with this id another name, kind or place; its items stay in it.</summary>
/// <param name="Place">Counted from 0; null keeps it where it is, or adds it at the end.</param>
public sealed record SaveCategory(Guid Id, string Name, string Kind, long? Seen, int? Place = null) : MenuChange
{
    public override MenuVerdict Decide(RestaurantMenu menu)
    {
        var old = menu.Categories.FirstOrDefault(candidate => candidate.Id == Id);
        if (Seen is not null && old is null)
            return Missing(menu, Name);
        if (Seen is not null && old!.Revision != Seen)
            return Conflict(menu, old.Name);

        var at = old is null ? menu.Categories.Count : menu.Categories.Index().First(row => row.Item.Id == Id).Index;
        var others = menu.Categories.Where(category => category.Id != Id).ToList();
        var saved = (old ?? new MenuCategory("", "", []) { Id = Id }) with { Name = Name.Trim(), Kind = Kind.Trim() };
        others.Insert(Math.Clamp(Place ?? at, 0, others.Count), saved);
        return Accept(menu with { Categories = others }, old is null ? $"added the category {saved.Name}" : $"changed the category {old.Name}");
    }
}
