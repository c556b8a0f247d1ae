using System.Numerics;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>
/// How alike a phrase and the names of a menu are, 0 to 1: the share of telling words in common, each word by its letters.
/// The words of the menu are looked through once, and only names with a word like one of the phrase are compared.
/// </summary>
internal sealed class Likeness
{
    private const double Alike = 0.6;

    // No dish has a name as long as this; a longer phrase is a story.
    private const int MostWords = 16;

    private readonly record struct Pair(int Spoken, int Stem, double Score);

    private readonly CompiledMenu menu;
    private readonly List<Pair> pairs = [];
    private readonly int spoken;

    private Likeness(List<string> words, CompiledMenu menu)
    {
        this.menu = menu;
        spoken = Math.Min(words.Count, MostWords);
        for (var i = 0; i < spoken; i++)
            FindNear(i, Stem.Of(words[i]));
    }

    public static Likeness Of(string phrase, CompiledMenu menu) => new(NameWords.Of(phrase, out _), menu);

    /// <summary>The names that have a word in common with the phrase, in the order of the menu, with how alike they are.</summary>
    public IEnumerable<(MenuName Name, double Score)> Names() =>
        pairs.SelectMany(pair => menu.ItemNamesWith[pair.Stem]).Distinct().Order().Select(name => (menu.ItemNames[name], ScoreOf(menu.ItemNames[name])));

    private double ScoreOf(MenuName name)
    {
        var (shared, whole) = (0.0, 0.0);
        foreach (var stem in name.Stems)
        {
            shared += Nearest(stem) * menu.Weight[stem];
            whole += menu.Weight[stem];
        }

        // Words of the phrase that the name does not have speak against it.
        var strange = 0;
        for (var i = 0; i < spoken; i++)
            strange += IsIn(name, i) ? 0 : 1;
        return shared / (whole + 0.5 * strange);
    }

    private double Nearest(int stem)
    {
        var nearest = 0.0;
        foreach (var pair in pairs)
        {
            if (pair.Stem == stem)
                nearest = Math.Max(nearest, pair.Score);
        }

        return nearest;
    }

    private bool IsIn(MenuName name, int word)
    {
        foreach (var pair in pairs)
        {
            if (pair.Spoken == word && name.Stems.AsSpan().Contains(pair.Stem))
                return true;
        }

        return false;
    }

    private void FindNear(int position, string word)
    {
        var letters = LettersOf(word);
        for (var stem = 0; stem < menu.Words.Count; stem++)
        {
            if (menu.ItemNamesWith[stem].Length == 0)
                continue;
            var other = menu.Words[stem];
            var longer = Math.Max(word.Length, other.Length);
            if (Score(Least(letters, menu.Letters[stem], word.Length - other.Length), longer) < Alike)
                continue;
            var score = word == other ? 1 : Score(EditDistance.Between(word, other), longer);
            if (score >= Alike)
                pairs.Add(new(position, stem, score));
        }
    }

    /// <summary>Which letters a word has, one bit each.</summary>
    public static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter & 31);
        return letters;
    }

    // Every edit mends one letter at most.
    private static int Least(uint one, uint other, int longerBy) =>
        Math.Max(Math.Abs(longerBy), Math.Max(BitOperations.PopCount(one & ~other), BitOperations.PopCount(other & ~one)));

    private static double Score(int edits, int letters) => 1 - (double)edits / letters;
}
