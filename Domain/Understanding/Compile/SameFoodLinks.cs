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

    /// <summary>From each one-word alias to the one-word name it stands for, so that it also works inside longer names.</summary>
    public static Dictionary<string, List<int>> OfAliases(Vocabulary words, IEnumerable<MenuName> names)
    {
        var links = new Dictionary<string, List<int>>();
        MenuName? named = null;
        foreach (var name in names)
        {
            if (!name.IsAlias)
                named = name;
            else if (name.Stems is [var alias] && named?.Stems is [var target] && alias != target && !links.ContainsKey(words[alias]))
                links.Add(words[alias], [target]);
        }

        return links;
    }
}
