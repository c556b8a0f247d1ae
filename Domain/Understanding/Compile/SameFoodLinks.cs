using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Which words of the menu another word for the same food leads to.</summary>
internal static class SameFoodLinks
{
    public static Dictionary<string, List<int>> Of(Vocabulary words)
    {
        var links = new Dictionary<string, List<int>>();
        for (var stem = 0; stem < words.Count; stem++)
        {
            foreach (var other in SameFood.OthersFor(words[stem]))
            {
                if (!links.TryGetValue(other, out var targets))
                    links.Add(other, targets = []);
                targets.Add(stem);
            }
        }

        return links;
    }

    /// <summary>
    /// From each one-word alias to the one-word name it stands for, so that it also works inside longer names. "Dressing" for the
    /// ranch of one dish and the vinaigrette of another says nothing by itself.
    /// </summary>
    public static Dictionary<string, List<int>> OfAliases(Vocabulary words, IEnumerable<MenuName> names)
    {
        var links = new Dictionary<string, List<int>>();
        var several = new HashSet<string>();
        MenuName? named = null;
        foreach (var name in names)
        {
            if (!name.IsAlias)
                named = name;
            else if (name.Stems is [var alias] && named is not null && (links.TryGetValue(words[alias], out var before) ? !named.Stems.AsSpan().SequenceEqual(before.ToArray()) : named.Stems.Length > 1))
                several.Add(words[alias]);
            else if (name.Stems is [var other] && named?.Stems is [var target] && other != target)
                links.TryAdd(words[other], [target]);
        }

        foreach (var alias in several)
            links.Remove(alias);
        return links;
    }
}
