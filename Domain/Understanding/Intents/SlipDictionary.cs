using System.Runtime.InteropServices;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Finds the known word behind one slip of the finger: a letter left out, added, changed, or two swapped.</summary>
internal sealed class SlipDictionary
{
    private const int ShortestWord = 5;
    private const int LongestWord = 24;
    private const ulong Ambiguous = 0;
    private readonly Dictionary<ulong, ulong> known = [];
    private readonly Dictionary<ulong, ulong> shortened = [];

    public void Add(ReadOnlySpan<char> word, ulong hash)
    {
        if (word.Length is < ShortestWord or > LongestWord || !known.TryAdd(hash, hash))
            return;
        for (var i = 1; i < word.Length; i++)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(shortened, Without(word, i), out var exists);
            entry = exists && entry != hash ? Ambiguous : hash;
        }
    }

    /// <summary>The known word, or the same word where none or several are near. The first letter is never the slip.</summary>
    public ulong Mend(ulong word, ReadOnlySpan<char> letters)
    {
        if (letters.Length is < ShortestWord or > LongestWord)
            return word;
        if (shortened.TryGetValue(word, out var longer) && longer != Ambiguous)
            return longer;
        for (var i = 1; i < letters.Length; i++)
        {
            var shorter = Without(letters, i);
            if (letters.Length > ShortestWord && known.TryGetValue(shorter, out var found))
                return found;
            if (shortened.TryGetValue(shorter, out found) && found != Ambiguous)
                return found;
        }

        return word;
    }

    private static ulong Without(ReadOnlySpan<char> word, int left)
    {
        var hash = Letters.Seed;
        for (var i = 0; i < word.Length; i++)
        {
            if (i != left && word[i] != '\'')
                hash = Letters.Add(hash, Letters.Of(word[i]));
        }

        return hash;
    }
}
