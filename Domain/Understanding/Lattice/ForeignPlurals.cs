using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>"Due cappuccini", "zwei Lammspieße": more than one, in languages that do not put an "s" behind it.</summary>
internal static class ForeignPlurals
{
    private const int Shortest = 5;

    /// <summary>The word of the menu that this may be the plural of; -1 where there is none.</summary>
    public static int Find(Vocabulary words, string key, Phrases phrases)
    {
        if (key.Length < Shortest || !char.IsAsciiLetter(key[^1]))
            return -1;
        if (key[^1] == 'i')
            return Ending(words, key, 1, 'o') is >= 0 and var male ? male : Ending(words, key, 1, 'e');
        if (phrases.IsItalian && key[^1] == 'e')
            return Ending(words, key, 1, 'a');
        if (!phrases.IsGerman)
            return -1;
        return key switch
        {
            [.., 'e' or 'n'] when words.BySpelling(WordPool.Get(key.AsSpan(0, key.Length - 1))) is >= 0 and var one => one,
            [.., 'e', 'n' or 'r'] => words.BySpelling(WordPool.Get(key.AsSpan(0, key.Length - 2))),
            _ => -1,
        };
    }

    private static int Ending(Vocabulary words, string key, int cut, char ending)
    {
        Span<char> one = stackalloc char[key.Length - cut + 1];
        key.AsSpan(0, key.Length - cut).CopyTo(one);
        one[^1] = ending;
        return words.BySpelling(WordPool.Get(one));
    }
}
