using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Dishes named in order to change what was ordered before.</summary>
internal static class ItemEdits
{
    /// <summary>"scratch the fries", "no coke", "instead of the salad": off the order, if it is on it.</summary>
    public static Hypothesis Remove(Reader reader, Hypothesis h, Segment segment)
    {
        var found = h.Lines.Newest(DraftLine.TraitsOf(segment.Items), segment, Names);
        var done = h with
        {
            Count = 0,
            Article = false,
            ActionOpen = false,
            Edit = Edit.None,
            Exchange = Exchange.None,
            Gap = Gap.None,
            Slot = Slot.Closed,
            Last = SegmentKind.Item,
        };
        if (found is null)
            return done.Gain(h.Edit == Edit.Cancel || h.Exchange == Exchange.OutNext ? -0.5 : segment.IsWholeName ? -2.0 : -0.8);

        var left = h.Count > 0 ? found.Quantity - h.Count : 0;
        return done.WithLeft(h.Lines.Map(line => !ReferenceEquals(line, found) ? line : left > 0 ? line with { Quantity = left } : null));
    }

    /// <summary>Makes the line of this dish the present one.</summary>
    public static Hypothesis? Select(Hypothesis h, Segment segment)
    {
        if (h.Lines.Newest(DraftLine.TraitsOf(segment.Items), segment, Names) is not { } found)
            return null;
        var others = h.Lines.Map(line => ReferenceEquals(line, found) ? null : line);
        return h with { Lines = others.Push(found), Gap = Gap.None, Last = SegmentKind.Item, Slot = Slot.Closed, Article = false };
    }

    /// <summary>"a latte, no wait, a cappuccino", "make that two burgers": in place of the newest line.</summary>
    public static Hypothesis Replace(Reader reader, Hypothesis h, Segment segment)
    {
        var last = h.Current!;
        var sameDish = Names(last, segment);
        var target = sameDish ? last : h.Lines.Newest(DraftLine.TraitsOf(segment.Items), segment, Names);
        if (target is not null)
        {
            var changed = target with { Quantity = h.Count > 0 ? h.Count : target.Quantity };
            if (h.HeldSize is { } size)
                changed = SizeSteps.Apply(reader, changed, size).Line;
            foreach (var held in h.Held.OldestFirst())
                changed = Attach.To(reader, changed, held.Segment, held.Action, held.Quantity) ?? changed;
            var others = h.Lines.Map(line => ReferenceEquals(line, target) ? null : line);
            return h with
            {
                Lines = others.Push(changed),
                Held = null,
                HeldSize = null,
                Count = 0,
                CountAt = -1,
                Article = false,
                Edit = Edit.None,
                Gap = Gap.None,
                Slot = Slot.Closed,
                Last = SegmentKind.Item,
            };
        }

        var quantity = h.Count > 0 || h.Article ? Math.Max(1, h.Count) : last.Quantity;
        var without = h with { Lines = h.Lines!.Tail, Count = quantity, CountAt = segment.Start, Edit = Edit.None };
        return NewLines.Open(reader, without, segment).Gain(-0.4);
    }

    private static bool Names(DraftLine line, Segment segment) =>
        line.Item >= 0 ? segment.Items.Contains(line.Item) : line.Candidates.Intersect(segment.Items).Any();
}
