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
}
