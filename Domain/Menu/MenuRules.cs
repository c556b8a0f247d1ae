namespace Restaurant.Domain.Menu;

/// <summary>What holds for every menu that is ever stored.</summary>
public static class MenuRules
{
    public const int MaxItems = 2_000;
    public const int MaxCategories = 200;
    public const int MaxGroups = 3_000;
    public const int MaxModifiers = 200;
    public const int MaxSizes = 20;
    public const int MaxWords = 100;
    public const int MaxName = 120;
    public const int MaxDescription = 2_000;
    public const long MaxPriceMinor = 100_000_000;

    public static IReadOnlyList<MenuProblem> Check(RestaurantMenu menu)
    {
        var problems = new List<MenuProblem>();
        Limit(problems, menu.Categories.Count, MaxCategories, "categories");
        Limit(problems, menu.Items.Count(), MaxItems, "items");
        Limit(problems, menu.ModifierGroups.Count, MaxGroups, "modifier groups");
        Unique(problems, "", "category", menu.Categories.Select(category => category.Name));
        Unique(problems, "", "modifier group", menu.ModifierGroups.Select(group => group.Name));
        foreach (var category in menu.Categories)
        {
            Name(problems, category.Name, category.Name, "category");
            if (category.Kind.Length > MaxName)
                problems.Add(new("Kind", $"A kind has at most {MaxName} characters.", category.Name));
        }

        foreach (var group in menu.ModifierGroups)
            Group(problems, group);
        Items(problems, menu);
        return problems;
    }

    private static void Items(List<MenuProblem> problems, RestaurantMenu menu)
    {
        var names = new Dictionary<string, MenuItem>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in menu.Items)
        {
            if (!names.TryAdd(item.Name, item))
                problems.Add(new(nameof(item.Name), $"There is another item named {item.Name}. Give this one a different name.", item.Name));
        }

        var groups = menu.ModifierGroups.Select(group => group.Name).ToHashSet();
        foreach (var item in menu.Items)
        {
            ItemRules.Check(problems, item);
            foreach (var alias in item.Aliases)
            {
                if (names.TryGetValue(alias, out var other) && other.Id != item.Id)
                    problems.Add(new(nameof(item.Aliases), $"“{alias}” is the name of another item.", item.Name));
            }

            foreach (var unknown in item.ModifierGroups.Where(name => !groups.Contains(name)))
                problems.Add(new(nameof(item.ModifierGroups), $"There is no modifier group “{unknown}”.", item.Name));
        }
    }

    private static void Group(List<MenuProblem> problems, ModifierGroup group)
    {
        Name(problems, group.Name, group.Name, "modifier group");
        if (group.Modifiers.Count > MaxModifiers)
            problems.Add(new(nameof(group.Modifiers), $"A group has at most {MaxModifiers} modifiers.", group.Name));
        Unique(problems, group.Name, "modifier", group.Modifiers.Select(modifier => modifier.Name));
        foreach (var modifier in group.Modifiers)
        {
            Name(problems, modifier.Name, group.Name, "modifier", nameof(group.Modifiers));
            ItemRules.Words(problems, group.Name, nameof(group.Modifiers), "aliases", modifier.Aliases);
            if (Math.Abs(modifier.PriceDeltaMinor) > MaxPriceMinor)
                problems.Add(new(nameof(group.Modifiers), $"The price of {modifier.Name} is out of range.", group.Name));
        }
    }

    internal static void Name(List<MenuProblem> problems, string name, string subject, string what, string field = "Name")
    {
        if (string.IsNullOrWhiteSpace(name))
            problems.Add(new(field, $"Give the {what} a name.", subject));
        else if (name.Length > MaxName)
            problems.Add(new(field, $"A name has at most {MaxName} characters.", subject));
        else if (name.Any(char.IsControl))
            problems.Add(new(field, "A name has no line breaks or control characters.", subject));
    }

    internal static void Unique(List<MenuProblem> problems, string subject, string what, IEnumerable<string> names, string field = "Name")
    {
        foreach (var twice in names.CountBy(name => name, StringComparer.OrdinalIgnoreCase).Where(pair => pair.Value > 1))
            problems.Add(new(field, $"There is another {what} named {twice.Key}.", subject.Length > 0 ? subject : twice.Key));
    }

    private static void Limit(List<MenuProblem> problems, int count, int most, string what)
    {
        if (count > most)
            problems.Add(new("", $"A menu has at most {most} {what}; this one would have {count}."));
    }
}
