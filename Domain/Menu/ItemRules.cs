namespace Restaurant.Domain.Menu;

internal static class ItemRules
{
    public static void Check(List<MenuProblem> problems, MenuItem item)
    {
        MenuRules.Name(problems, item.Name, item.Name, "item");
        if (item.Description.Length > MenuRules.MaxDescription)
            problems.Add(new(nameof(item.Description), $"A description has at most {MenuRules.MaxDescription} characters.", item.Name));
        if (item.PriceMinor is < 0 or > MenuRules.MaxPriceMinor)
            problems.Add(new("Price", "A price is 0 or more, and less than a million.", item.Name));
        if (item.Station.Length > 40)
            problems.Add(new(nameof(item.Station), "A station has at most 40 characters.", item.Name));

        Words(problems, item.Name, nameof(item.Aliases), "aliases", item.Aliases);
        Words(problems, item.Name, nameof(item.Ingredients), "ingredients", item.Ingredients);
        Words(problems, item.Name, nameof(item.Tags), "tags", item.Tags);
        Words(problems, item.Name, nameof(item.Allergens), "allergens", item.Allergens);
        Words(problems, item.Name, nameof(item.ModifierGroups), "modifier groups", item.ModifierGroups);
        Sizes(problems, item);
    }

    public static void Words(List<MenuProblem> problems, string subject, string field, string what, IReadOnlyList<string> words)
    {
        if (words.Count > MenuRules.MaxWords)
            problems.Add(new(field, $"There are at most {MenuRules.MaxWords} {what}.", subject));
        if (words.Any(word => string.IsNullOrWhiteSpace(word) || word.Length > MenuRules.MaxName || word.Any(char.IsControl)))
            problems.Add(new(field, $"Each of the {what} is one line of 1 to {MenuRules.MaxName} characters.", subject));
    }

    private static void Sizes(List<MenuProblem> problems, MenuItem item)
    {
        if (item.Sizes.Count > MenuRules.MaxSizes)
            problems.Add(new(nameof(item.Sizes), $"An item has at most {MenuRules.MaxSizes} sizes.", item.Name));
        MenuRules.Unique(problems, item.Name, "size", item.Sizes.Select(size => size.Name), nameof(item.Sizes));
        foreach (var size in item.Sizes)
        {
            MenuRules.Name(problems, size.Name, item.Name, "size", nameof(item.Sizes));
            Words(problems, item.Name, nameof(item.Sizes), "aliases of a size", size.Aliases);
            if (item.PriceMinor + size.PriceDeltaMinor is < 0 or > MenuRules.MaxPriceMinor)
                problems.Add(new(nameof(item.Sizes), $"With the size {size.Name} the price would be below 0 or out of range.", item.Name));
        }
    }
}
