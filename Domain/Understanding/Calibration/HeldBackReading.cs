namespace Restaurant.Domain.Understanding.Calibration;

/// <param name="HasUnmatched">Something is asked for that the menu does not have.</param>
public sealed record HeldBackReading(IReadOnlyList<ReadLine> Lines, bool HasUnmatched)
{
    public bool Is(OrderReading reading) => HasUnmatched == reading.Unmatched.Count > 0 && SameLines.Are(Lines, reading.Lines);
}
