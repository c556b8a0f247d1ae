using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Compile;

/// <param name="Stem">A word of the menu.</param>
/// <param name="Languages">In which languages the other word means it.</param>
internal readonly record struct FoodLink(int Stem, byte Languages);

/// <summary>Which words of the menu another word for the same food leads to.</summary>
internal sealed class SameFoodLinks
{
    private readonly Dictionary<int, List<FoodLink>> links = [];

    public SameFoodLinks(Vocabulary words)
    {
        for (var stem = 0; stem < words.Count; stem++)
        {
            var here = SamePhrases.IdOf(words[stem]);
            foreach (var line in SameFood.LinesOf(here))
            {
                foreach (var name in line.Names)
                {
                    if (name.Words is [var other])
                        Add(other, new(stem, name.Languages));
                }
            }
        }
    }

    /// <summary>Where a word leads that is said in this language. What it means there goes before what it means elsewhere: "raisin" is no grape in English.</summary>
    /// <param name="word">Its number among the words of foods.</param>
    public IEnumerable<int> From(int word, int language)
    {
        if (word < 0 || !links.TryGetValue(word, out var here))
            return [];
        var spoken = 1 << language;
        return (FoodLines.Vocabulary.LanguagesOf(word) & spoken) == 0
            ? here.Select(link => link.Stem)
            : here.Where(link => (link.Languages & spoken) != 0).Select(link => link.Stem);
    }

    private void Add(int other, FoodLink link)
    {
        if (!links.TryGetValue(other, out var targets))
            links.Add(other, targets = []);
        var known = targets.FindIndex(target => target.Stem == link.Stem);
        if (known < 0)
            targets.Add(link);
        else
            targets[known] = new(link.Stem, (byte)(targets[known].Languages | link.Languages));
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
