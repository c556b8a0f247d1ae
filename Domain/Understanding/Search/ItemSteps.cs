using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;

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

        if (ItemKinds.OfTheSameKind(reader, h, segment) is { } kind)
        {
            segment = kind;
            h = h with { SkipOne = kind.End };
        }

        if (IsHeading(reader, h, segment))
        {
            reader.Next.Add(h);
            return;
        }

        if (Shares.Move(reader, h, segment) is { } moved)
        {
            reader.Next.Add(moved);
            return;
        }

        h = h with { OnThe = false };

        // "two teas with milk and another tea with sugar": named again, it does not take the milk along.
        if (h is { JustCopied: true, Last: SegmentKind.Item, Gap: Gap.None, Count: 0, Lines.Tail: { } before } && reader.Tokens[segment.Start - 1].Key == "another")
            h = h with { Lines = before, JustCopied = false, Count = 1, CountAt = segment.Start - 1 };
        var single = segment.Items.Length == 1 ? segment.Items[0] : -1;

        // "Three pizzas: margherita, funghi, hawaiian."
        if (h is { Count: 0, Article: false, Gap: not Gap.None } && ItemKinds.Choose(reader, h with { Count = 1, CountAt = segment.Start }, segment) is { } listed)
            reader.Next.Add(listed);
        if (Continues(reader, h, segment) is { } continued)
        {
            reader.Next.Add(continued);
            return;
        }

        if (ItemKinds.SaysCategory(reader, h, segment))
        {
            reader.Next.Add(h with { Last = SegmentKind.Item });
            return;
        }

        // "spicy salmon roll" where only the tuna roll is spicy; "coffee cake" of two dishes' words: something else is meant.
        if (single >= 0 && IsOther(reader, h, segment, single) is { } other)
        {
            reader.Next.Add(other);
            return;
        }

        if (h.Count > 0 && ItemKinds.IsHeading(reader, h, segment))
        {
            reader.Next.Add(NewLines.Open(reader, h with { Lines = h.Lines!.Tail, HeldSize = h.HeldSize ?? h.Current!.WaitingSize }, segment with { Items = [.. segment.Items.Where(h.Current!.Candidates.Contains)] }));
            return;
        }

        if (h.Count > 0 && ItemKinds.Choose(reader, h, segment) is { } named)
        {
            reader.Next.Add(named);
            return;
        }

        if (ItemKinds.OnlySays(reader, h, segment))
            reader.Next.Add(h with { Last = SegmentKind.Item, Score = h.Score - (ItemKinds.SaysOtherCategory(reader, h.Current!.Item, segment.Start) ? 1.5 : 0) });

        if (ItemEdits.OneOf(reader, h, segment) is { } one)
        {
            reader.Next.Add(one.Gain(1));
            return;
        }

        if (ItemEdits.CountsAgain(h, segment))
        {
            reader.Next.Add(ItemEdits.Replace(reader, h with { ActionOpen = false, Action = ModifierAction.Add, Edit = Edit.Correct }, segment).Gain(1));
            return;
        }

        if (SaysPartOfDish(h, segment))
        {
            reader.Next.Add(Runs.Report(reader, h with { Slot = Slot.Part, Exchange = h.Exchange == Exchange.OutNext ? Exchange.None : h.Exchange }, segment.Start, segment.End));
            return;
        }

        if (h.Edit == Edit.Cancel || h.Exchange == Exchange.OutNext || (h is { ActionOpen: true, Action: ModifierAction.Remove } && !h.With))
        {
            reader.Next.Add(ItemEdits.Remove(reader, h, segment));
            return;
        }

        if (h.Exchange == Exchange.OutThenIn && single >= 0 && h.Lines.Newest(DraftLine.TraitOf(single), single, static (line, item) => line.Item == item) is not null)
        {
            reader.Next.Add(ItemEdits.Remove(reader, h, segment) with { Exchange = Exchange.OutThenIn });
            return;
        }

        // "both burgers without cheese" speaks of the burgers ordered before.
        if (h.Reach != Reach.Current && h.Count == 0 && !NamedAgain.IsBehindBreak(reader, segment.Start) && ItemEdits.Select(h, segment) is { } selected)
        {
            reader.Next.Add(selected);
            return;
        }

        // "Two cod, make one of them haddock."
        if (h is { JustSplit: true, Current: { IsShare: true } share } && share.Item != single && IsMadeOf(reader, segment.Start))
        {
            var others = h with { Lines = h.Lines!.Tail, Count = share.Quantity, CountAt = segment.Start, Edit = Edit.None };
            reader.Next.Add(NewLines.Open(reader, others, segment).Gain(0.8));
            return;
        }

        if (h.JustSplit)
        {
            reader.Next.Add(h.Current!.Item == single
                ? h with { JustSplit = false, Last = SegmentKind.Item, Gap = Gap.None }
                : NewLines.Open(reader, h, segment).Gain(-4));
            return;
        }

        // "Scrap the tea, make it a coffee."
        if (h is { Edit: Edit.MakeThat, Removed: > 0 })
        {
            reader.Next.Add(NewLines.Open(reader, h with { Count = h.Count > 0 ? h.Count : h.Article ? 1 : h.Removed, Edit = Edit.None }, segment));
            return;
        }

        // "Make my sandwich a whole one", which orders it.
        if (h is { Edit: Edit.MakeThat, Current: null } && ItemEdits.IsOfTheOrder(reader, segment))
        {
            reader.Next.Add(NewLines.Open(reader, h, segment) with { Edit = Edit.Change });
            return;
        }

        // "Change the cola to a lemonade."
        if (h is { Edit: Edit.Change, Gap: Gap.None, Current: { } changed } && changed.Item != single)
        {
            reader.Next.Add(NewLines.Open(reader, h with { Lines = h.Lines!.Tail, Count = h.Count > 0 ? h.Count : changed.Quantity, CountAt = segment.Start, Edit = Edit.None }, segment));
            return;
        }

        if (h.Edit is Edit.Correct or Edit.MakeThat && h.Current is { Role: not (Role.Question or Role.Story) })
        {
            reader.Next.Add(ItemEdits.Replace(reader, h, segment));
            if (h.Edit == Edit.Correct && h.Current!.Item != single)
                reader.Next.Add(NewLines.Open(reader, h, segment).Gain(-0.6));
            return;
        }

        if (NamedAgain.Select(reader, h, segment) is { } again)
            reader.Next.Add(again);
        reader.Next.Add(NewLines.Open(reader, h, segment));
    }

    // "Coffee order for the office:", "pizza night": what it is about.
    private static bool IsHeading(Reader reader, in Hypothesis h, Segment segment) =>
        h is { Count: 0, Article: false } && segment.End == segment.Start + 1 && segment.End < reader.Tokens.Count && Occasions.Contains(reader.Tokens[segment.End].Key);

    private static readonly HashSet<string> Occasions = ["order", "orders", "run", "round", "night", "break", "time", "list", "party", "lover", "lovers", "fan", "fans"];

    // "Make one of them a …", "change one to a …".
    private static bool IsMadeOf(Reader reader, int token)
    {
        const int farthest = 6;
        for (var at = token - 1; at >= Math.Max(0, token - farthest); at--)
        {
            if (reader.Tokens[at].Key is "make" or "change" or "switch" or "turn")
                return true;
        }

        return false;
    }

    // "A prawn tostada without the prawns" does not take the tostada away, "with extra prawns" does not order another.
    private static bool SaysPartOfDish(in Hypothesis h, Segment segment)
    {
        if (segment.IsWholeName || h is not { Edit: Edit.None, Current: { Item: >= 0 } dish } || !segment.Items.AsSpan().Contains(dish.Item))
            return false;
        if (h.Exchange != Exchange.None)
            return segment.LacksHead;
        return h.ActionOpen && (h.Action == ModifierAction.Remove ? h.Gap == Gap.None : h is { Count: 0, Article: false } && segment.LacksHead);
    }

    private static Hypothesis? IsOther(Reader reader, Hypothesis h, Segment segment, int item)
    {
        if (!segment.IsWholeName && h.HeldSize?.End != segment.Start && h.Held?.Head.Segment.End != segment.Start && reader.TellsDishesApart(segment.Start - 1, item))
            return Runs.Report(reader, h with { Slot = Slot.Dish }, segment.Start - 1, segment.End).Gain(-0.5);
        if (h is not { Last: SegmentKind.Item, Gap: Gap.None, Count: 0, Article: false, Current: { Item: >= 0, Trust: < 0.9 } current }
            || current.End != segment.Start || current.Item == item || (segment.IsWholeName && !SaysHow(reader, segment.Start - 1)))
        {
            return null;
        }

        return h.WithCurrent(current with { Item = -1, Candidates = [], End = segment.End }) with { Slot = Slot.Closed, Last = SegmentKind.Unknown };
    }

    // "Chicken quesadilla", "iced latte": the word before says of what or how.
    private static bool SaysHow(Reader reader, int token) =>
        reader.IsPhrase(token, Cue.Food, Cue.Descriptor) || reader.Tokens[token].Key.EndsWith("ed", StringComparison.Ordinal);

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
        if (segment is { IsWholeName: true, Items.Length: 1 } && start + 1 == segment.Start && ItemKinds.IsKind(reader, start))
        {
            Take(reader, free with { Score = h.Score - 0.2 }, segment);
            return;
        }

        if (h.RunHasFood || segment.Items.Length > 1 || !segment.IsWholeName)
        {
            var dish = free with { Slot = Slot.Dish };
            reader.Next.Add(Runs.Report(reader, dish, start, segment.End).Gain(-0.3));
            return;
        }

        // "jeera rice": the word may make it another dish.
        if (segment.End == segment.Start + 1 && (h.Count > 0 || h.Article) && start + 1 == segment.Start)
            free = free.Doubt("a word that nobody knows before a dish");
        Take(reader, free with { Passed = h.Passed + 1, Score = h.Score - 0.2 }, segment);
    }
}
