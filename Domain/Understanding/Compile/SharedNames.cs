using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>
/// A dish that is also an extra, as sides of set meals are: what one of them is called besides, the other may be called too.
/// "Chips" for the Chunky Chips, where only the pie's side says so.
/// </summary>
internal sealed class SharedNames
{
    private readonly Dictionary<string, List<string>> ofItems = [];
    private readonly Dictionary<string, List<string>> ofModifiers = [];
    private readonly HashSet<string> items;
    private readonly HashSet<string> modifiers;

    private SharedNames(RestaurantMenu menu)
    {
        foreach (var item in menu.Items)
            Add(ofItems, item.Name, item.Aliases);
        foreach (var modifier in menu.ModifierGroups.SelectMany(group => group.Modifiers))
            Add(ofModifiers, modifier.Name, modifier.Aliases);
        items = [.. menu.Items.SelectMany(item => item.Aliases.Prepend(item.Name)).Select(Folding.Fold)];
        modifiers = [.. menu.ModifierGroups.SelectMany(group => group.Modifiers).SelectMany(modifier => modifier.Aliases.Prepend(modifier.Name)).Select(Folding.Fold)];
    }

    public static SharedNames Of(RestaurantMenu menu) => new(menu);

    /// <summary>Other names of the extra of that name, which no dish has yet.</summary>
    public IEnumerable<string> OfItem(MenuItem item) => Others(ofModifiers, item.Name, items);

    /// <summary>Other names of the dish of that name, which no extra has yet.</summary>
    public IEnumerable<string> OfModifier(Modifier modifier) => Others(ofItems, modifier.Name, modifiers).Where(other => !SaysMore(other, modifier.Name));

    // "Pepperoni Pizza" for the pizza called Pepperoni: then "pizza" is no part of what is put on one.
    private static bool SaysMore(string other, string name) => NameWords.Of(other, out _) is var words && NameWords.Of(name, out _) is var own && words.Count > own.Count && own.TrueForAll(words.Contains);

    private static IEnumerable<string> Others(Dictionary<string, List<string>> names, string name, HashSet<string> taken) =>
        names.TryGetValue(Folding.Fold(name), out var others) ? others.Where(other => !taken.Contains(Folding.Fold(other))).Distinct() : [];

    private static void Add(Dictionary<string, List<string>> names, string name, IReadOnlyList<string> aliases)
    {
        if (aliases.Count == 0)
            return;
        var folded = Folding.Fold(name);
        if (!names.TryGetValue(folded, out var others))
            names.Add(folded, others = []);
        others.AddRange(aliases);
    }
}
