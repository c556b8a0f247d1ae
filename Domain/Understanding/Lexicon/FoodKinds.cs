using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>Which foods go by a kind's name: "no cheese" takes the mozzarella off.</summary>
internal static class FoodKinds
{
    private static readonly HashSet<string> Cheeses = Stems(
        "mozzarella cheddar provolone swiss feta gouda brie camembert parmesan parmigiano pecorino gorgonzola ricotta emmental emmentaler gruyere manchego halloumi paneer monterey jack burrata scamorza stilton edam raclette");

    private static readonly HashSet<string> OfCheese = Stems("cheese queso fromage kase kaese formaggio チーズ");

    /// <summary>Whether a word names the kind that another belongs to.</summary>
    public static bool Covers(string kind, string word) => OfCheese.Contains(kind) && Cheeses.Contains(word);

    private static HashSet<string> Stems(string words) => [.. words.Split(' ').Select(Stem.Of)];
}
