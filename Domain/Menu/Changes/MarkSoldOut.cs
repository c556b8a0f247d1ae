using System.Globalization;

namespace Restaurant.Domain.Menu.Changes;

/// <summary>Says that an item cannot be sold for a while. Overwrites without asking: the kitchen knows best and is in a hurry.</summary>
/// <param name="Until">Null makes it available again; <see cref="UntilFurtherNotice"/> lasts until somebody does.</param>
public sealed record MarkSoldOut(Guid Id, DateTimeOffset? Until) : MenuChange
{
    public static readonly DateTimeOffset UntilFurtherNotice = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override MenuVerdict Decide(RestaurantMenu menu)
    {
        if (menu.Items.FirstOrDefault(candidate => candidate.Id == Id) is not { } item)
            return Missing(menu, "The item");
        var category = menu.CategoryOf(Id)!;
        return Accept(menu.With(item with { SoldOutUntil = Until?.ToUniversalTime() }, category.Name), Sentence(item.Name));
    }

    private string Sentence(string name) => Until switch
    {
        null => $"made {name} available again",
        { Year: 9999 } => $"marked {name} sold out until further notice",
        { } until => string.Create(CultureInfo.InvariantCulture, $"marked {name} sold out until {until.ToUniversalTime():yyyy-MM-dd HH:mm} UTC"),
    };
}
