namespace Restaurant.Domain.Understanding.Search;

/// <summary>A number that two readings share when they hold the same order and wait for the same things.</summary>
internal static class Shape
{
    public static int Of(in Hypothesis h) => HashCode.Combine(
        // The same words held for a dish to come or already given up: the score tells which is better.
        HashCode.Combine(h.Lines.Shape(), h.Held.Shape(h.Missing), h.HeldSize?.Start, h.Count | ((h.Sizes?.Count ?? 0) << 16), h.SharedSizeLeft | (h.Portions << 16), h.Run),
        (int)h.Action | ((int)h.Edit << 4) | ((int)h.Exchange << 8) | ((int)h.Reach << 12)
        | (h.ActionOpen ? 1 << 16 : 0) | (h.JustSplit ? 1 << 17 : 0) | (h.With ? 1 << 18 : 0) | (h.SideOf ? 1 << 19 : 0) | (h.OnThe ? 1 << 20 : 0) | (h.Half ? 1 << 21 : 0) | (h.ForAll is null ? 0 : 1 << 22));
}
