using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>How sure the words of a segment are what they are taken for, 0 to 1.</summary>
internal static class Trust
{
    public static double Of(Segment segment)
    {
        var trust = segment.IsWholeName ? 0.99 : segment.LacksHead ? 0.75 : 0.85;
        if (segment.Why.Contains(WordReadings.Slip, StringComparison.Ordinal))
            trust -= 0.07;
        return trust;
    }
}
