using System.Text.RegularExpressions;

namespace Restaurant.Domain.Menu.Files;

/// <summary>Many menus keep their lists inside the description: "… Ingredients: a, b. Dietary Tags: vegan". Here they become lists.</summary>
public sealed partial record DescriptionText(
    string Prose, IReadOnlyList<string> Ingredients, IReadOnlyList<string> Tags, IReadOnlyList<string> Allergens, string? Category)
{
    private const string Labels = "ingredients|dietary tags|dietary info|diet|tags|allergens|allergen info|contains|category";

    // With its lists; what is left of it has the menu's own limit. Beyond this the patterns below would take their time.
    private const int Most = 2 * MenuRules.MaxDescription;

    /// <exception cref="FormatException">It is longer than any description.</exception>
    public static DescriptionText Read(string description)
    {
        if (description.Length > Most)
            throw new FormatException($"The description has more than {Most:N0} characters. Shorten it.");
        var lists = new Dictionary<string, List<string>>();
        var prose = Passage().Replace(description, passage =>
        {
            lists[KindOf(passage.Groups["label"].Value)] = Split(passage.Groups["list"].Value);
            return " ";
        });
        return new(
            Spaces().Replace(prose, " ").Trim(),
            LowerFirst(lists.GetValueOrDefault("ingredients", [])),
            lists.GetValueOrDefault("tags", []),
            lists.GetValueOrDefault("allergens", []),
            lists.GetValueOrDefault("category", []).FirstOrDefault());
    }

    private static string KindOf(string label) => label.ToLowerInvariant() switch
    {
        "ingredients" => "ingredients",
        "category" => "category",
        "allergens" or "allergen info" or "contains" => "allergens",
        _ => "tags",
    };

    private static List<string> Split(string list) => [.. Comma().Split(list)
        .Select(word => And().Replace(word, "").Trim(' ', '.'))
        .Where(word => word.Length > 0)
        .Distinct(StringComparer.OrdinalIgnoreCase)];

    // The first of a list is often large only because a sentence begins there.
    private static List<string> LowerFirst(List<string> words) =>
        words is [var first, .. var rest] && rest.Exists(word => char.IsLower(word[0])) && first.Length > 1 && char.IsLower(first[1])
            ? [char.ToLowerInvariant(first[0]) + first[1..], .. rest]
            : words;

    // A list ends with its sentence, or where the next one begins.
    [GeneratedRegex(
        @"\b(?<label>" + Labels + @")\s*:\s*(?<list>(?:(?!\b(?:" + Labels + @")\s*:)(?:\([^)]*\)|[^.]|\.(?=\S)))*)\.?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Passage();

    [GeneratedRegex(@"[,;](?![^(]*\))")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^\s*(?:and|&)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex Spaces();
}
