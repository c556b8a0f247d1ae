using Restaurant.Domain.Understanding.Intents;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>What kind of thing a dish is by its name, by dish-kinds.txt: a mojito is a cocktail on every menu.</summary>
internal static class DishKinds
{
    private readonly record struct Known(string[] Name, HashSet<string> Kinds);

    // By the last word of the name, as a stem.
    private static readonly ILookup<string, Known> ByLast = EmbeddedText.Lines("dish-kinds.txt").SelectMany(Read).ToLookup(known => known.Name[^1]);

    /// <summary>The kinds of a dish that is called so, as stems; none where none is known.</summary>
    /// <param name="name">A name of the dish. What counts is the word that says what it is: an espresso martini is no coffee.</param>
    public static IEnumerable<string> Of(string name)
    {
        string[] stems = [.. NameWords.Of(name, out var head).Select(Stem.Of)];
        return stems.Length == 0 ? [] : ByLast[stems[head]].Where(known => stems.AsSpan(..(head + 1)).EndsWith(known.Name)).SelectMany(known => known.Kinds);
    }

    private static IEnumerable<Known> Read(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        HashSet<string> kinds = [.. Cut(line[..colon]).Select(Stem.Of)];
        kinds.UnionWith(kinds.SelectMany(SameFood.OthersFor).ToList());
        foreach (var name in Cut(line[(colon + 1)..]))
            yield return new([.. NameWords.Of(name, out _).Select(Stem.Of)], kinds);
    }

    private static string[] Cut(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
