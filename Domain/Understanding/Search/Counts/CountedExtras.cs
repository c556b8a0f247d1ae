using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>What people count of what a dish is had with: sugars and shots, not onions.</summary>
internal static class CountedExtras
{
    private static readonly HashSet<string> Names = ["sugar", "sweetener", "splenda", "stevia", "shot", "pump", "scoop", "creamer", "syrup", "patty", "egg"];

    public static bool Has(Reader reader, int extra)
    {
        foreach (var stem in reader.Menu.Modifiers[extra].Names[0].Stems)
        {
            // "Two creams", not "two ice creams".
            if (Names.Contains(reader.Menu.Words[stem]) || (reader.Menu.Words[stem] == "cream" && reader.Menu.Modifiers[extra].Names[0].Stems.Length == 1))
                return true;
        }

        return false;
    }

    /// <summary>"A triple cup, two vanilla and one hazelnut": as many as the size has room for count what is in it.</summary>
    public static bool AreScoops(Reader reader, in Hypothesis h, Segment number)
    {
        if (h.Current is not { Item: >= 0 and var dish, Size: >= 0, Quantity: 1 } cup || !reader.OffersNext(dish, number.End))
            return false;
        var room = reader.Menu.Items[dish].ScoopsOf(cup.Size);
        foreach (var inside in cup.Modifiers.Each())
            room -= inside.Quantity;
        return number.Value <= room;
    }

    /// <summary>"A cappuccino, one sugar": one of what people count.</summary>
    public static bool Follow(Reader reader, DraftLine dish, Segment number)
    {
        if (number.End >= reader.Tokens.Count)
            return false;
        foreach (var next in reader.Lattice.At(number.End))
        {
            if (next.Kind == SegmentKind.Modifier && next.IsWholeName && Attach.Resolve(reader, dish.Item, next) is >= 0 and var extra && Has(reader, extra))
                return true;
        }

        return false;
    }
}
