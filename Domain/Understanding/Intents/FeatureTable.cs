using System.Numerics;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Finds the row of a feature: open addressing, built once.</summary>
internal sealed class FeatureTable
{
    private readonly ulong[] keys;
    private readonly int[] rows;
    private readonly int mask;

    public FeatureTable(IReadOnlyCollection<ulong> features)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features.Count * 2));
        (keys, rows, mask, Count) = (new ulong[size], new int[size], size - 1, features.Count);
        var row = 0;
        foreach (var feature in features)
        {
            var at = (int)feature & mask;
            while (keys[at] != 0)
                at = (at + 1) & mask;
            (keys[at], rows[at]) = (feature, row++);
        }
    }

    public int Count { get; }

    /// <summary>-1 where the feature is unknown. Zero is no feature.</summary>
    public int Find(ulong feature)
    {
        for (var at = (int)feature & mask; keys[at] != 0; at = (at + 1) & mask)
        {
            if (keys[at] == feature)
                return rows[at];
        }

        return -1;
    }
}
