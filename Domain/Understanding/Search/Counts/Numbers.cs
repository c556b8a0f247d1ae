using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>On menus that number their dishes: whether a bare number rather counts something than names the dish of that number.</summary>
internal static class Numbers
{
    public static bool MayCount(Reader reader, in Hypothesis h, Segment dish, int number)
    {
        // "Three rolls, 1 with sauce": one of the three.
        if (h is { Gap: Gap.Comma or Gap.And, Current: { Item: >= 0, Quantity: > 1 and var several } } && several > number && reader.IsPhrase(dish.End, Cue.With, Cue.Remove))
            return true;

        // "1 fanta": what stands right behind is nothing that the dish is had with.
        return dish.End < reader.Tokens.Count && NamesAnything(reader, dish.End) && !reader.OffersNext(dish.Items[0], dish.End) && !reader.NamesSize(dish.End);
    }

    private static bool NamesAnything(Reader reader, int token)
    {
        foreach (var next in reader.Lattice.At(token))
        {
            if (next.Kind is SegmentKind.Item or SegmentKind.Modifier)
                return true;
        }

        return false;
    }
}
