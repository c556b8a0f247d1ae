using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

internal readonly record struct Typo(int Stem, double Cost);

/// <summary>
/// Finds the menu words that a misspelt word may mean: one edit from five letters, two from eight
/// (looked up by deletions on both sides, so the time does not grow with the menu), or the same consonants in the same order.
/// </summary>
internal sealed class TypoIndex
{
    private const int Shortest = 4;
    private const int TwoEditsFrom = 8;
    private const double Shortened = 0.8;
    private const double Doubled = 0.5;
    private readonly Dictionary<string, List<int>> byDeletion = [];
    private readonly Dictionary<string, List<int>> bySound = [];
    private readonly Dictionary<string, List<int>> byConsonants = [];
    private readonly Vocabulary words;

    public TypoIndex(Vocabulary words)
    {
        this.words = words;
        for (var stem = 0; stem < words.Count; stem++)
        {
            var word = words[stem];
            if (word.Length < Shortest || !char.IsAsciiLetter(word[0]))
                continue;
            foreach (var variant in Deletions(word, Edits(word)))
                Put(byDeletion, variant, stem);
            Put(bySound, Sound.Of(word), stem);
            Put(byConsonants, Consonants(word), stem);
        }
    }

    public void Find(string word, List<Typo> found)
    {
        if (IsWithoutVowels(word))
            FindShortened(word, found);
        if (word.Length < Shortest || word.Length > 24)
            return;
        if (word.Length == Shortest)
            FindDoubled(word, found);

        foreach (var variant in Deletions(word, Edits(word)))
        {
            if (!byDeletion.TryGetValue(variant, out var stems))
                continue;
            foreach (var stem in stems)
                Consider(word, stem, found, soundsAlike: false);
        }

        if (bySound.TryGetValue(Sound.Of(word), out var alike))
        {
            foreach (var stem in alike)
                Consider(word, stem, found, soundsAlike: true);
        }
    }

    // "brn", "chkn", "icd": the vowels were left out.
    private void FindShortened(string word, List<Typo> found)
    {
        if (!byConsonants.TryGetValue(Consonants(word), out var stems))
            return;
        foreach (var stem in stems)
        {
            if (words[stem].Length > word.Length && IsShortFor(word, words[stem]))
                found.Add(new(stem, Shortened));
        }
    }

    // "Dall", "hamm": words of three letters have too many neighbours, but one letter doubled is nothing else.
    private void FindDoubled(string word, List<Typo> found)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && words.Find(word.Remove(i, 1)) is >= 0 and var stem)
                found.Add(new(stem, Doubled));
        }
    }

    private static string Consonants(string word)
    {
        Span<char> left = stackalloc char[word.Length];
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (i == 0 || (!IsSoft(word[i]) && word[i] != left[length - 1] && !(word[i] == 'c' && i + 1 < word.Length && word[i + 1] == 'k')))
                left[length++] = word[i];
        }

        return WordPool.Get(left[..length]);
    }

    private static bool IsSoft(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' or 'h';

    private static bool IsWithoutVowels(string word)
    {
        if (word.Length is < 3 or > 6)
            return false;
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' || !char.IsAsciiLetter(word[i]))
                return false;
        }

        return char.IsAsciiLetter(word[0]);
    }

    // Only vowels, "w", "h" and one of two like letters may be missing.
    private static bool IsShortFor(string word, string target)
    {
        var at = 0;
        for (var i = 0; i < target.Length; i++)
        {
            if (at < word.Length && word[at] == target[i])
                at++;
            else if (i == 0 || !(IsSoft(target[i]) || target[i] == target[i - 1] || (target[i] == 'c' && i + 1 < target.Length && target[i + 1] == 'k')))
                return false;
        }

        return at == word.Length;
    }

    private void Consider(string word, int stem, List<Typo> found, bool soundsAlike)
    {
        if (found.Exists(typo => typo.Stem == stem))
            return;

        var target = words[stem];
        var distance = EditDistance.Between(word, target);
        var allowed = Math.Min(Edits(word), Edits(target));
        var sameStart = word[0] == target[0];
        if (distance == 0)
            found.Add(new(stem, 0.1));
        else if (soundsAlike && word.Length > Shortest && distance <= Math.Max(2, target.Length / 3) && sameStart)
            found.Add(new(stem, 0.6 + 0.3 * distance));
        else if (distance <= allowed && (sameStart || target.Length > 6 || IsSwap(word, target)))
            found.Add(new(stem, 0.5 + 0.4 * distance + (sameStart ? 0 : 0.4)));
    }

    // Four-letter words have too many neighbours (beer, bear, pear): there only a doubled or swapped letter counts.
    private static int Edits(string word) => word.Length >= TwoEditsFrom ? 2 : word.Length >= Shortest ? 1 : 0;

    private static bool IsSwap(string word, string target) =>
        word.Length == target.Length && word[0] == target[1] && word[1] == target[0];

    private static IEnumerable<string> Deletions(string word, int edits)
    {
        yield return word;
        for (var i = 0; i < word.Length; i++)
        {
            var shorter = word.Remove(i, 1);
            yield return shorter;
            if (edits < 2)
                continue;
            for (var j = i; j < shorter.Length; j++)
                yield return shorter.Remove(j, 1);
        }
    }

    private static void Put(Dictionary<string, List<int>> index, string key, int stem)
    {
        if (!index.TryGetValue(key, out var stems))
            index.Add(key, stems = []);
        if (!stems.Contains(stem))
            stems.Add(stem);
    }
}
