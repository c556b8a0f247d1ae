using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>
/// Words that say what kind of dish something is and not which: of its category's name, or shared by most of its category. Customers leave
/// them out ("a complète" for the Galette Complète) and put them in ("a margherita pizza").
/// </summary>
internal static class ClassWords
{
    private const int Fewest = 3;
    private const double Most = 0.6;

    // Kinds that a group of extras is named after: "sandwich extras" are had with sandwiches.
    private static readonly HashSet<string> Kinds = ["sandwich", "pizza", "burger", "wrap", "taco", "burrito", "sub", "bagel", "toastie", "crepe", "waffle", "pancake", "ramen", "curry"];

    // What is had with a choice of these is a sandwich.
    private static readonly HashSet<string> Around = ["bread", "bun", "roll", "baguette", "brot", "pan", "pain", "pane"];

    /// <summary>By what a customer may call the kind of this dish, as stems: "pizza" where the category is called "Pizze".</summary>
    public static HashSet<string> KindsOf(HashSet<string> category, IReadOnlyList<string> groups)
    {
        HashSet<string> kinds = [.. category];
        foreach (var word in category)
            kinds.UnionWith(SameFood.OthersFor(word));
        foreach (var group in groups)
        {
            foreach (var word in NameWords.Of(group, out _).Select(Stem.Of).Select(word => Around.Contains(word) ? "sandwich" : word).Where(Kinds.Contains))
            {
                kinds.Add(word);
                kinds.UnionWith(SameFood.OthersFor(word));
            }
        }

        return kinds;
    }

    /// <summary>Fills in what the names of each dish have in common with most of its category.</summary>
    /// <param name="names">The first names of the dishes.</param>
    public static void Find(List<CompiledItem> items, Vocabulary words, IEnumerable<MenuName> names)
    {
        var first = names.Where(name => !name.IsAlias).GroupBy(name => name.Id).ToDictionary(group => group.Key, group => group.First().Stems);
        foreach (var category in Enumerable.Range(0, items.Count).Where(first.ContainsKey).GroupBy(item => items[item].CategoryStems))
        {
            HashSet<int> shared = [.. category.Key.Select(words.ByStem).Where(stem => stem >= 0)];
            var holders = category.SelectMany(item => first[item].Distinct()).CountBy(stem => stem);
            shared.UnionWith(holders.Where(stem => stem.Value >= Fewest && stem.Value >= Most * category.Count()).Select(stem => stem.Key));
            foreach (var item in category)
                items[item].ClassStems.UnionWith(shared);
        }
    }
}
