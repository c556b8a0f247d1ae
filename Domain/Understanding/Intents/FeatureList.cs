using System.Runtime.InteropServices;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>What is said of a message, as hashes: the kind of the feature joined with its value.</summary>
internal sealed class FeatureList
{
    private readonly List<ulong> all = new(256);

    public ReadOnlySpan<ulong> All => CollectionsMarshal.AsSpan(all);

    public void Clear() => all.Clear();

    public void Add(ulong kind, ulong value) => all.Add(Letters.Join(kind * 0x51_7C_C1B7_2722_0A95UL, value));
}
