using System.Runtime.InteropServices;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>All ways to read all stretches of a message, by the token they begin at. It and its segments are used again for the next message of the same thread.</summary>
internal sealed class ReadingLattice
{
    // More than any message of a few sentences has; those of a longer one are let go.
    private const int MostKept = 1024;

    private readonly List<Segment> segments = [];
    private readonly List<int> from = [];
    private int laid;

    /// <summary>The number of tokens.</summary>
    public int Count => from.Count;

    /// <summary>The segments that begin at the newest token.</summary>
    public ReadOnlySpan<Segment> Here => CollectionsMarshal.AsSpan(segments)[from[^1]..laid];

    public ReadOnlySpan<Segment> At(int token) =>
        CollectionsMarshal.AsSpan(segments)[from[token]..(token + 1 < from.Count ? from[token + 1] : laid)];

    public void Clear()
    {
        if (segments.Count > MostKept)
            segments.RemoveRange(MostKept, segments.Count - MostKept);
        laid = 0;
        from.Clear();
    }

    public void NextToken() => from.Add(laid);

    /// <summary>One more segment that begins at the newest token, to be filled in.</summary>
    public Segment Lay(SegmentKind kind, int start, int end, double gain)
    {
        if (laid == segments.Count)
            segments.Add(new());
        return segments[laid++].Begin(kind, start, end, gain);
    }
}
