using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Files;

namespace Restaurant.Web.Components.Pages.Menu;

/// <summary>An item as it is being typed: whatever stands in the boxes is kept, whether or not it makes sense yet.</summary>
public sealed class ItemDraft(MenuItem from, string category, long? seen, int decimals)
{
    private readonly (MenuItem Item, string Category, long? Seen, int Decimals) opened = (from, category, seen, decimals);

    public Guid Id { get; } = from.Id;

    /// <summary>The revision that was on the screen when the typing began; null for a new item.</summary>
    public long? Seen { get; set; } = seen;
    public string Name { get; set; } = from.Name;
    public string Category { get; set; } = category;
    public string Price { get; set; } = seen is null ? "" : PriceText.Write(from.PriceMinor, decimals);
    public string Description { get; set; } = from.Description;
    public string Station { get; set; } = from.Station;
    public string Aliases { get; set; } = WordList.Write(from.Aliases);
    public string Ingredients { get; set; } = WordList.Write(from.Ingredients);
    public string Tags { get; set; } = WordList.Write(from.Tags);
    public string Allergens { get; set; } = WordList.Write(from.Allergens);
    public List<ChoiceDraft> Sizes { get; } =
        [.. from.Sizes.Select(size => ChoiceDraft.Of(size.Name, size.PriceDeltaMinor, size.Aliases, decimals))];
    public HashSet<string> Groups { get; } = [.. from.ModifierGroups];
    public DateTimeOffset? SoldOutUntil { get; set; } = from.SoldOutUntil;
    public List<MenuProblem> Problems { get; } = [];
    public bool IsStale { get; set; }

    /// <summary>Something stands in the boxes that did not when they were opened.</summary>
    public bool IsTyped => !Boxes().SequenceEqual(new ItemDraft(opened.Item, opened.Category, opened.Seen, opened.Decimals).Boxes());

    private IEnumerable<string> Boxes() =>
    [
        Name, Category, Price, Description, Station, Aliases, Ingredients, Tags, Allergens,
        .. Sizes.Where(size => !size.IsEmpty).SelectMany(size => new[] { size.Name, size.Price, size.Aliases }),
        .. Groups.Order(StringComparer.Ordinal),
    ];

    public string? ProblemOf(string field) =>
        Problems.Where(problem => problem.Field == field).Select(problem => problem.Message).FirstOrDefault();

    /// <returns>Null where something cannot be read; the problems then say what.</returns>
    public MenuItem? Read(int decimals)
    {
        Problems.Clear();
        if (!PriceText.TryRead(Price, decimals, out var price))
            Problems.Add(new("Price", Price.Trim().Length == 0 ? "Give the item a price; 0 is one too." : "Write the price as a number, for example 9.95."));
        var sizes = new List<MenuSize>();
        foreach (var size in Sizes.Where(size => !size.IsEmpty))
        {
            if (!size.TryPrice(decimals, out var delta))
                Problems.Add(new("Sizes", $"Write the difference of {size.Name} as a number, for example +2.00."));
            sizes.Add(new(size.Name.Trim(), delta) { Aliases = WordList.Read(size.Aliases) });
        }

        return Problems.Count > 0 ? null : new MenuItem
        {
            Id = Id,
            Name = Name,
            Description = Description,
            PriceMinor = price,
            Station = Station,
            Aliases = WordList.Read(Aliases),
            Ingredients = WordList.Read(Ingredients),
            Tags = WordList.Read(Tags),
            Allergens = WordList.Read(Allergens),
            Sizes = sizes,
            ModifierGroups = [.. Groups],
            SoldOutUntil = SoldOutUntil,
        };
    }
}
