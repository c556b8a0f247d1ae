using System.Text.RegularExpressions;

namespace Restaurant.Domain.Menu.Files;

/// <summary>Where a file has no category column, the first sentence of the description says where a dish belongs.</summary>
public static partial class CategoryText
{
    public const string Other = "Other";

    // The word that names the kind of dish, and the heading it stands under. First hit wins: a burger with fries is a burger.
    private static readonly (string Heading, string Kind, Regex Words)[] Headings =
    [
        ("Burgers", "main", Burgers()), ("Pizza", "main", Pizza()), ("Wraps & Sandwiches", "main", Wraps()), ("Bowls", "main", Bowls()),
        ("Salads", "main", Salads()), ("Soups", "main", Soups()), ("Pasta", "main", Pasta()), ("Kids", "main", Kids()),
        ("Drinks", "drink", Drinks()), ("Desserts", "dessert", Desserts()), ("Sides", "side", Sides()),
    ];

    /// <summary>
    /// A short first sentence is a heading: "Vegan Burgers. A patty of …". Otherwise the dish is named by its own name, or by what the
    /// first sentence calls it.
    /// </summary>
    /// <returns>The category, its kind, and what is left of the description.</returns>
    public static (string Category, string Kind, string Description) Read(string name, string description)
    {
        if (Heading().Match(description) is { Success: true } match && IsHeading(match.Groups["heading"].Value))
        {
            var heading = match.Groups["heading"].Value.Trim();
            return (heading, KindOf(heading), description[match.Length..].Trim());
        }

        var firstSentence = description.Split(['.', '!', '\n'], 2)[0];
        foreach (var text in (string[])[name, firstSentence])
        {
            if (Headings.FirstOrDefault(heading => heading.Words.IsMatch(text)) is { Heading: not null } found)
                return (found.Heading, found.Kind, description);
        }

        return (Other, "", description);
    }

    /// <summary>main, side, drink or dessert by a category's name; empty when it does not say.</summary>
    public static string KindOf(string category) =>
        Headings.FirstOrDefault(heading => heading.Words.IsMatch(category) || heading.Heading == category).Kind ?? "";

    // "Sides", "Poultry & Lean Meat Burgers", "Chef's Specials"; not "Delicious", "Crispy and light" or "A bowl of greens".
    private static bool IsHeading(string sentence)
    {
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isTitle = words.Length <= 6 && words.All(word =>
            char.IsUpper(word[0]) || !char.IsLetter(word[0]) || word is "and" or "of" or "from" or "the" or "with" or "to");
        var namesMany = words is [.., var last]
            && ((last.EndsWith('s') && !last.EndsWith("ous", StringComparison.Ordinal) && !last.EndsWith("ss", StringComparison.Ordinal)) || Headings.Any(heading => heading.Words.IsMatch(last)));
        return isTitle && namesMany && words[0] is not ("A" or "An" or "Our" or "The");
    }

    [GeneratedRegex(@"^\s*(?<heading>[^.:\n!?]{2,50})[.:\n]\s+(?=\S)")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(burgers?|patty|patties|sliders?|buns?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Burgers();

    [GeneratedRegex(@"\b(pizzas?|flatbreads?|calzones?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pizza();

    [GeneratedRegex(@"\b(wraps?|sandwich(es)?|burritos?|tacos?|paninis?|subs?|pitas?|hot dogs?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Wraps();

    [GeneratedRegex(@"\bbowls?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Bowls();

    [GeneratedRegex(@"\b(salads?|slaws?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Salads();

    [GeneratedRegex(@"\b(soups?|broths?|chili|stews?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Soups();

    [GeneratedRegex(@"\b(pastas?|spaghetti|lasagn[ae]|noodles?|gnocchi)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pasta();

    [GeneratedRegex(@"\b(kids?|children'?s?|junior)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Kids();

    [GeneratedRegex(
        @"\b(drinks?|beverages?|juices?|smoothies?|shakes?|lemonades?|teas?|coffees?|latte|cappuccino|espresso|water|sodas?|kombuchas?|beers?|wines?|cola)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Drinks();

    [GeneratedRegex(@"\b(desserts?|sweets?|cakes?|brownies?|cookies?|ice cream|sorbets?|puddings?|muffins?|pies?)\b(?!\s+potato)", RegexOptions.IgnoreCase)]
    private static partial Regex Desserts();

    [GeneratedRegex(@"\b(sides?|snacks?|starters?|fries|chips|wedges|rings|dips?|hummus|edamame|bread)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sides();
}
