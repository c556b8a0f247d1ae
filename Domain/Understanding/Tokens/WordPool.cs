namespace Restaurant.Domain.Understanding.Tokens;

/// <summary>Gives the same string for the same word again, because people say the same words: of fixed size, one for each thread.</summary>
internal static class WordPool
{
    private const int Slots = 4096;
    private const int LongestKept = 24;

    [ThreadStatic]
    private static string?[]? mine;

    public static string Get(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestKept)
            return word.ToString();
        ref var slot = ref (mine ??= new string?[Slots])[HashOf(word) % Slots];
        if (slot is null || !word.SequenceEqual(slot))
            slot = word.ToString();
        return slot;
    }

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word)
            hash = (hash ^ letter) * 16777619;
        return hash ^ (hash >> 15);
    }
}
