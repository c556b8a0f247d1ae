using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>"One half and half: diavola on one side, four cheese on the other": dishes that are named as halves of the present one.</summary>
internal static class Halves
{
    private const int InAll = 2;

    /// <summary>The dish as a half of the present one; null where that has no such half, or both already.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Count: 0, Article: false, Current: { Item: >= 0 } whole })
            return null;

        // "Una metà e metà, metà margherita …": its own name says "half", too.
        if (!segment.IsWholeName && reader.Menu.Items[whole.Item].Halves.Count > 0 && segment.Items.AsSpan().Contains(whole.Item) && reader.NamesDish(segment.End))
            return h.Gain(-0.5 * segment.Gain) with { Gap = Gap.None, Last = SegmentKind.Item };
        if (segment.Items is not [var dish] || !reader.Menu.Items[whole.Item].Halves.TryGetValue(dish, out var half))
            return null;

        // "No olives on the margherita side."
        if (whole.Modifiers.Has(half))
            return segment.End < reader.Tokens.Count && reader.Tokens[segment.End].Key is "side" or "half" ? h with { OnThe = false, Skip = segment.End } : null;
        return Count(reader, whole) < InAll ? ModifierSteps.Done(h.WithCurrent(whole with { Modifiers = whole.Modifiers.Push(new(half, segment, ModifierAction.Add, 1)) }), segment) : null;
    }

    /// <summary>Whether the present dish has got a half: "on one side" then says nothing more.</summary>
    public static bool AreNamed(Reader reader, in Hypothesis h) => h.Current is { Item: >= 0 } whole && Count(reader, whole) > 0;

    private static int Count(Reader reader, DraftLine whole)
    {
        var count = 0;
        foreach (var modifier in whole.Modifiers.Each())
            count += reader.Menu.Items[whole.Item].Halves.ContainsValue(modifier.Index) ? 1 : 0;
        return count;
    }
}
