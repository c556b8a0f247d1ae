using System.Runtime.InteropServices;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>All ways to read all stretches of a message, by the token they begin at. Used again for the next message of the same thread.</summary>
internal sealed class ReadingLattice
{
    private readonly List<Segment> segments = [];
    private readonly List<int> from = [];

    /// <summary>The number of tokens.</summary>
    public int Count => from.Count;

    /// <summary>The segments that begin at the newest token.</summary>
    public Span<Segment> Here => CollectionsMarshal.AsSpan(segments)[from[^1]..];

    public ReadOnlySpan<Segment> At(int token) =>
        CollectionsMarshal.AsSpan(segments)[from[token]..(token + 1 < from.Count ? from[token + 1] : segments.Count)];

    public void Clear()
    {
        segments.Clear();
        from.Clear();
    }

    public void NextToken() => from.Add(segments.Count);

    public void Add(Segment segment) => segments.Add(segment);
}
