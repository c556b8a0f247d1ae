using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A dish is named in place of one on the order, or so that one on the order is counted anew.</summary>
internal static class Replacements
{
    /// <summary>"a latte, no wait, a cappuccino", "make that two burgers": in place of the newest line.</summary>
    public static Hypothesis Replace(Reader reader, Hypothesis h, Segment segment)
    {
        var last = h.Current!;
        var sameDish = ItemEdits.Names(last, segment);
        var target = sameDish ? last : h.Lines.Newest(DraftLine.TraitsOf(segment.Items), segment, ItemEdits.Names);

        // "A latte for Jo, a mocha for Bo, no, a latte": another latte, in place of the mocha.
        if (!sameDish && h is { Edit: Edit.Correct, Count: 0, HeldSize: null, Held: null } && segment.Start > 0 && reader.Tokens[segment.Start - 1].Key is not ("the" or "my"))
            target = null;
        if (target is not null && ReferenceEquals(target, last) && h is { HeldSize: null, Held: null } && LooseCounts.Counted(h, target, h.Count) is { } recounted)
            return recounted with { Count = 0, CountAt = -1, Article = false, Edit = Edit.None, Gap = Gap.None, Slot = Slot.Closed, Last = SegmentKind.Item };
        return target is null ? ReplaceLast(reader, h, segment, last) : Recount(reader, h, segment, target);
    }

    // The dish is on the order already: what was said now is said of it.
    private static Hypothesis Recount(Reader reader, in Hypothesis h, Segment segment, DraftLine target)
    {
        var changed = h.HeldSize is null && target.Item >= 0 && reader.Menu.Items[target.Item].SizeByNumber.TryGetValue(h.Count, out var pieces)
            ? target with { Size = pieces }
            : target with { Quantity = h.Count > 0 ? h.Count : target.Quantity };
        if (h.HeldSize is { } size)
            changed = DishSizes.Apply(reader, changed, size).Line;
        foreach (var held in h.Held.OldestFirst())
            changed = Attach.To(reader, changed, held.Segment, held.Action, held.Quantity) ?? changed;
        return h with
        {
            Lines = h.Lines.Without(target, ReferenceEquals).Push(changed),
            Held = null,
            HeldSize = null,
            Count = 0,
            CountAt = -1,
            Article = false,
            Edit = ItemEdits.IsOfTheOrder(reader, segment) && h is { Edit: Edit.MakeThat, Count: 0, HeldSize: null, Held: null } ? Edit.Change : Edit.None,
            Gap = Gap.None,
            Slot = Slot.Closed,
            Last = SegmentKind.Item,
        };
    }

    private static Hypothesis ReplaceLast(Reader reader, in Hypothesis h, Segment segment, DraftLine last)
    {
        // "Make my sandwich a whole one", before it is on the order.
        if (h.Edit == Edit.MakeThat && ItemEdits.IsOfTheOrder(reader, segment))
            return NewLines.Open(reader, h, segment) with { Edit = Edit.Change };

        var quantity = h.Count > 0 || h.Article ? Math.Max(1, h.Count) : last.Quantity;
        var without = h with { Lines = h.Lines!.Tail, Count = quantity, CountAt = segment.Start, Edit = Edit.None };
        var other = NewLines.Open(reader, without, segment).Gain(-0.4);

        // "A lamb vindaloo, hot, no, chicken": as hot.
        if (!segment.IsWholeName && last.Item >= 0 && other.Current is { Item: >= 0 } sibling && ItemKinds.AreSame(reader, last.Item, sibling.Item))
            return other.WithCurrent(Copies.Dressed(reader, sibling, last));

        return AsLarge(reader, other, last);
    }

    /// <summary>"A large cola, no, a lemonade": as large.</summary>
    public static Hypothesis AsLarge(Reader reader, in Hypothesis h, DraftLine before) =>
        before is { Item: >= 0, Size: >= 0 } && h.Current is { Item: >= 0, Size: < 0 } now
            ? h.WithCurrent(now with { Size = reader.SizeNamed(now.Item, reader.Menu.Items[before.Item].Item.Sizes[before.Size].Name) })
            : h;
}
