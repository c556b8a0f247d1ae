using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>"2 cod n chips", "pie and mash twice": a dish and what always goes with it are counted as one, though the menu lists both.</summary>
internal static class MealPairs
{
    private static readonly HashSet<string> Sides = ["chips", "fries", "mash", "rice", "peas", "beans", "wedges", "pommes", "frites", "patatas", "patatine"];

    /// <summary>How many of a side are asked for that is named right behind "two cod and": two; 0 where it counts by itself.</summary>
    public static int CountOf(Reader reader, in Hypothesis h, Segment side) =>
        h is { Gap: Gap.And, Count: 0, Article: false, HeldSize: null, Current: { Item: >= 0, Quantity: > 1, IsShare: false, Modifiers: null } dish } && IsPair(reader, dish, side.Start, side.End) ? dish.Quantity : 0;

    /// <summary>"Cod and chips twice": both of them.</summary>
    public static Hypothesis? Times(Reader reader, in Hypothesis h, Segment times) =>
        h is { Gap: Gap.None, Count: 0, Last: SegmentKind.Item, Lines: { Head: { Item: >= 0, Quantity: 1, Modifiers: null } side, Tail: { Head: { Item: >= 0, Quantity: 1, Modifiers: null } dish } rest } }
        && !side.IsCounted && IsPair(reader, dish, side.NameStart, side.End)
            ? h with { Lines = rest.Tail.Push(dish with { Quantity = times.Value }).Push(side with { Quantity = times.Value }), Last = SegmentKind.Number }
            : null;

    // One "and" between them, the dish as one thing: "2 burgers and fries" may be one portion of fries.
    private static bool IsPair(Reader reader, DraftLine dish, int side, int end) =>
        end == side + 1 && dish.End + 1 == side && Sides.Contains(reader.Tokens[side].Key) && reader.IsPhrase(dish.End, Cue.And, Cue.And) && reader.Tokens[dish.End - 1].Key is not [.., not 's', 's'];
}
