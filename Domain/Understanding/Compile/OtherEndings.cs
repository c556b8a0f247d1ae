namespace Restaurant.Domain.Understanding.Compile;

/// <summary>"Ice tea" for Iced Tea, "smoke salmon" for Smoked Salmon, "mashed potato" for Mash Potato.</summary>
internal static class OtherEndings
{
    private const int Shortest = 3;
    private const string Ending = "ed";

    /// <summary>From words that the menu's own differ from by this ending, in names of more than one word.</summary>
    public static Dictionary<string, List<int>> Of(Vocabulary words, List<MenuName> names)
    {
        var others = new Dictionary<string, List<int>>();
        foreach (var stem in names.Where(name => name.Stems.Length > 1).SelectMany(name => name.Stems).Distinct())
        {
            foreach (var other in Forms(words[stem]))
            {
                if (!others.TryGetValue(other, out var targets))
                    others.Add(other, targets = []);
                targets.Add(stem);
            }
        }

        return others;
    }

    private static IEnumerable<string> Forms(string word)
    {
        if (word.Length < Shortest || !char.IsAsciiLetter(word[^1]))
            yield break;
        if (!word.EndsWith(Ending, StringComparison.Ordinal))
        {
            yield return word[^1] == 'e' ? word + Ending[1..] : word + Ending;
            yield break;
        }

        if (word.Length - Ending.Length >= Shortest)
            yield return word[..^Ending.Length];
        if (word.Length - 1 >= Shortest)
            yield return word[..^1];
    }
}
