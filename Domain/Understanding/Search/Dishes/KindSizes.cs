using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>Menus that list the kinds of a dish as its sizes: samosas that come as "Lamb" and "Vegetable", a soda as "Lime" and "Mandarin".</summary>
internal static class KindSizes
{
    /// <summary>Whether its sizes are kinds: none of them is small or large, or so much of something.</summary>
    public static bool Has(Reader reader, DraftLine? dish) =>
        dish is { Item: >= 0 } && reader.Menu.Items[dish.Item] is { SizeByClass.Count: 0, SizeByNumber.Count: 0, SizeByMeasure.Count: 0, Item.Sizes.Count: > 1 };

    /// <summary>"Three samosas, two veg": the same words are one of the dish's own kinds.</summary>
    public static bool Says(Reader reader, DraftLine? dish, Segment segment)
    {
        if (!Has(reader, dish))
            return false;
        foreach (var other in reader.Lattice.At(segment.Start))
        {
            if (other.Kind == SegmentKind.Size && other.End == segment.End && DishSizes.Find(reader, dish!, other) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>"Samosas: 5 veg, …": a size of the only dish that is meant, at this place.</summary>
    public static bool NamesAt(Reader reader, int[] dish, int at)
    {
        if (dish is not [var only] || at >= reader.Tokens.Count)
            return false;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next.Kind == SegmentKind.Size && reader.Menu.Items[only].SizeBySpelling.ContainsKey(next.SizeSpelling))
                return true;
        }

        return false;
    }
}
