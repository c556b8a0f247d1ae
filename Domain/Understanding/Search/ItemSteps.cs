using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>A dish is named: a new line, more words for the present one, or the object of an edit.</summary>
internal static class ItemSteps
{
    public static void Take(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.Run >= 0)
        {
            TakeBehindUnknown(reader, h, segment);
            return;
        }

        if (Shares.Move(reader, h, segment) is { } moved)
        {
            reader.Next.Add(moved);
            return;
        }

        h = h with { OnThe = false };
        var single = segment.Items.Length == 1 ? segment.Items[0] : -1;
        if (Continues(reader, h, segment) is { } continued)
        {
            reader.Next.Add(continued);
            return;
        }

        // "spicy salmon roll" where only the tuna roll is spicy; "coffee cake" of two dishes' words: something else is meant.
        if (single >= 0 && !segment.IsWholeName && IsOther(reader, h, segment, single) is { } other)
        {
            reader.Next.Add(other);
            return;
        }

        if (h.Count > 0 && OfKind(reader, h, segment) is { } named)
        {
            reader.Next.Add(named);
            return;
        }

        if (OnlySaysKind(reader, h, segment))
            reader.Next.Add(h with { Last = SegmentKind.Item });

        if (h.Edit == Edit.Cancel || h.Exchange == Exchange.OutNext || (h is { ActionOpen: true, Action: ModifierAction.Remove } && !h.With))
        {
            reader.Next.Add(ItemEdits.Remove(reader, h, segment));
            return;
        }

        if (h.Exchange == Exchange.OutThenIn && single >= 0 && h.Lines.Each().Any(line => line.Item == single))
        {
            reader.Next.Add(ItemEdits.Remove(reader, h, segment) with { Exchange = Exchange.OutThenIn });
            return;
        }

        // "both burgers without cheese" speaks of the burgers ordered before.
        if (h.Reach != Reach.Current && h.Count == 0 && ItemEdits.Select(h, segment) is { } selected)
        {
            reader.Next.Add(selected);
            return;
        }

        if (h.JustSplit)
        {
            reader.Next.Add(h.Current!.Item == single
                ? h with { JustSplit = false, Last = SegmentKind.Item, Gap = Gap.None }
                : NewLine(reader, h, segment).Gain(-4));
            return;
        }

        if (h.Edit is Edit.Correct or Edit.MakeThat && h.Current is { Role: not (Role.Question or Role.Story) })
        {
            reader.Next.Add(ItemEdits.Replace(reader, h, segment));
            if (h.Edit == Edit.Correct && h.Current!.Item != single)
                reader.Next.Add(NewLine(reader, h, segment).Gain(-0.6));
            return;
        }

        reader.Next.Add(NewLine(reader, h, segment));
    }

    public static void TakePicture(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.Current is { } current && segment.Items.Contains(current.Item) && h.Count == 0)
        {
            // 🍔🍔 is two; a picture behind the words for it is decoration.
            var again = current.IsPicture && current.End == segment.Start;
            reader.Next.Add(h.WithCurrent(again ? current with { Quantity = current.Quantity + 1, End = segment.End } : current));
        }
        else if (segment.IsWholeName && (h.Lines is null || h.Current!.IsPicture || h.Count > 0))
        {
            var line = NewLine(reader, h, segment);
            reader.Next.Add(line.WithCurrent(line.Current! with { IsPicture = true, Trust = 0.8 }));
        }
        else
        {
            reader.Next.Add(h);
        }
    }

    internal static Hypothesis NewLine(Reader reader, Hypothesis h, Segment segment)
    {
        var single = segment.Items.Length == 1 ? segment.Items[0] : -1;
        var start = h.CountAt >= 0 && h.Count > 0 ? h.CountAt : segment.Start;
        var line = new DraftLine(single, single < 0 ? segment.Items : [], Math.Max(1, h.Count), segment.Start, segment.End)
        {
            Role = reader.RoleAt(segment.Start),
            Why = segment.Why,
            Stems = segment.Stems,
            Trust = Trust.Of(segment),
        };

        var score = h.Score + Fit(reader, h, segment);
        var missing = h.Missing;
        foreach (var held in h.Held.Each().Reverse())
        {
            if (Attach.To(reader, line, held.Segment, held.Action, held.Quantity) is { } dressed)
            {
                line = dressed;
                score += held.Segment.End == segment.Start ? 0.3 : 0.1;
            }
            else
            {
                score -= 2.2;
                missing = missing.Push(new(held.Segment.Start, held.Segment.End));
            }
        }

        if ((h.HeldSize ?? h.SharedSize) is { } size)
        {
            (line, var gain) = SizeSteps.Apply(reader, line, size);
            score += gain;
        }

        var left = h.SharedSizeLeft - line.Quantity;
        return h with
        {
            Score = score,
            SharedSize = left > 0 ? h.SharedSize : null,
            SharedSizeLeft = Math.Max(0, left),
            Doubts = DoubtOf(reader, h, segment) is { } doubt ? h.Doubts.Push(doubt) : h.Doubts,
            Half = false,
            Lines = h.Lines.Push(line with { Start = Math.Min(start, line.Start) }),
            Missing = missing,
            Held = null,
            HeldSize = null,
            Count = 0,
            CountAt = -1,
            Article = false,
            Action = ModifierAction.Add,
            ActionOpen = false,
            With = false,
            SideOf = false,
            Edit = Edit.None,
            Reach = Reach.Current,
            JustSplit = false,
            JustCopied = false,
            Gap = Gap.None,
            Fresh = 0,
            Slot = Slot.Closed,
            Last = SegmentKind.Item,
            Guesses = h.Guesses + (segment.IsWholeName ? 0 : 1),
        };
    }

    // Readings that are likelier than any other and still wrong too often to be cooked unseen.
    private static string? DoubtOf(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.Half)
            return "half of a dish";
        if (segment.IsWholeName || h.Current is not { Item: >= 0 } before)
            return null;
        if (h.With && h.Article)
            return "what a dish comes on or with, read as a dish of its own";
        return h.Gap is Gap.Comma && h.Count > 0 && h.Count <= before.Quantity && before.Quantity > 1 && segment.Items is [var item] && IsSameKind(reader, item, before.Item)
            ? "one of the dishes before, or one more"
            : null;
    }

    private static bool IsSameKind(Reader reader, int item, int other) =>
        reader.Menu.ItemNames.First(name => name.Id == item).Head == reader.Menu.ItemNames.First(name => name.Id == other).Head;

    private static double Fit(Reader reader, Hypothesis h, Segment segment)
    {
        var fit = 0.0;
        if (h.SideOf || h.Count > 0)
            fit += 0.5;
        else if (h.Article)
            fit += 0.4;
        else if (h.With && h.Current is not null)
            fit -= 0.8;
        if (h.Gap == Gap.None && h.Current is not null && h.Count == 0 && !h.Article && h.Held is null)
            fit -= 0.3;
        if (h.ActionOpen && h.Action != ModifierAction.Add)
            fit -= 0.8;

        // What the present dish offers as a modifier is more likely that, unless it is counted like a dish of its own.
        if (h is { SideOf: false, Count: 0, Article: false } && h.Gap < Gap.Comma && h.Current is { Item: >= 0 } current
            && segment.Modifiers.Any(modifier => reader.Offers(current.Item, modifier)))
        {
            fit -= 0.6;
        }

        return fit;
    }

    private static Hypothesis? IsOther(Reader reader, Hypothesis h, Segment segment, int item)
    {
        if (h.HeldSize?.End != segment.Start && h.Held?.Head.Segment.End != segment.Start && reader.TellsDishesApart(segment.Start - 1, item))
            return Runs.Report(reader, h with { Slot = Slot.Dish }, segment.Start - 1, segment.End).Gain(-0.5);
        if (h is not { Last: SegmentKind.Item, Gap: Gap.None, Count: 0, Article: false, Current: { Item: >= 0, Trust: < 0.9 } current }
            || current.End != segment.Start || current.Item == item)
        {
            return null;
        }

        return h.WithCurrent(current with { Item = -1, Candidates = [], End = segment.End }) with { Slot = Slot.Closed, Last = SegmentKind.Unknown };
    }

    // "two large pizzas, one pepperoni, one hawaiian": the kind first, then which.
    private static Hypothesis? OfKind(Reader reader, Hypothesis h, Segment segment)
    {
        var kind = h.Lines.Each().FirstOrDefault(line => line.IsOpen && line.Quantity >= h.Count && (line.Quantity > 1 || line.IsShare));
        if (kind is null || segment.Items.Where(kind.Candidates.Contains).ToArray() is not [var which])
            return null;
        var left = kind.Quantity - h.Count;
        var lines = h.Lines.Map(line => !ReferenceEquals(line, kind) ? line : left == 0 ? null : line with { Quantity = left, IsShare = true });
        return NewLine(reader, h with { Lines = lines, HeldSize = h.HeldSize ?? kind.WaitingSize }, segment with { Items = [which] });
    }

    // "americano coffee", "margherita pizza" where pizza is a dish too: the second word only says what kind the first is.
    private static bool OnlySaysKind(Reader reader, Hypothesis h, Segment segment) =>
        h is { Last: SegmentKind.Item, Gap: Gap.None, Count: 0, Article: false, Current: { Item: >= 0 } current }
        && segment.End - segment.Start == 1 && current.End == segment.Start
        && Kinds.Contains(reader.Tokens[segment.Start].Key)
        && !Kinds.Contains(reader.Tokens[segment.Start - 1].Key);

    private static readonly HashSet<string> Kinds =
    [
        "coffee", "tea", "soda", "juice", "beer", "wine", "pizza", "burger", "sandwich", "salad", "soup", "noodles", "pasta", "curry", "cake", "wrap",
        "bread", "coffees", "teas", "pizzas", "burgers", "sandwiches", "salads", "curries", "wraps", "sub", "subs", "taco", "tacos", "roll", "rolls", "sushi",
    ];

    // "burger … the grilled one", "pepperoni thin crust pizza": more words of the dish that is being named.
    private static Hypothesis? Continues(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.Current is not { } current || h.Count > 0 || h.Reach != Reach.Current || h.Edit != Edit.None)
            return null;

        if (current.IsOpen)
        {
            var both = current.Candidates.Intersect(segment.Items).ToArray();
            if (both.Length == 0 || (both.Length == current.Candidates.Length && h.Gap != Gap.None))
                return null;
            var settled = Attach.Settle(reader, current with { End = segment.End, Stems = [.. current.Stems, .. segment.Stems] }, both);
            if (h.HeldSize is { } size)
                settled = SizeSteps.Apply(reader, settled, size).Line;
            return h.WithCurrent(settled) with { Last = SegmentKind.Item, HeldSize = null, Gap = Gap.None, Slot = Slot.Closed, Article = false, Score = h.Score - 0.2 };
        }

        var adds = segment.Items.Contains(current.Item) && h.Gap == Gap.None && !h.Article && current.Stems.Length > 0
            && !segment.Stems.Any(current.Stems.Contains);
        return adds
            ? h.WithCurrent(current with { End = segment.End, Stems = [.. current.Stems, .. segment.Stems], Trust = Math.Max(current.Trust, 0.9) }) with
            {
                Last = SegmentKind.Item,
                Slot = Slot.Closed,
            }
            : null;
    }

    // "pork burger", "diet coke", "caffe latte": an unknown word right before a dish.
    private static void TakeBehindUnknown(Reader reader, Hypothesis h, Segment segment)
    {
        var start = h.Run;
        var free = h with { Run = -1, RunHasFood = false, RunIsCompound = false };
        if (h.RunHasFood || segment.Items.Length > 1 || !segment.IsWholeName)
        {
            var dish = free with { Slot = Slot.Dish };
            reader.Next.Add(Runs.Report(reader, dish, start, segment.End).Gain(-0.3));
            return;
        }

        Take(reader, free with { Passed = h.Passed + 1, Score = h.Score - 0.2 }, segment);
    }
}
