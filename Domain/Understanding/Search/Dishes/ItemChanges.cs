using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A dish is named to change what was said before: taken off, put in another's place, counted anew, split off.</summary>
internal static class ItemChanges
{
    /// <summary>False where nothing speaks of a change, and the dish is one more.</summary>
    /// <param name="single">The dish, where the words name just one; otherwise -1.</param>
    public static bool TryTake(Reader reader, Hypothesis h, Segment segment, int single)
    {
        if (Exceptions.OfDish(reader, h, segment) is { } butThat)
        {
            reader.Next.Add(butThat.Gain(1));
            return true;
        }

        if (ItemEdits.OneOf(reader, h, segment) is { } one)
        {
            reader.Next.Add(one.Gain(1));
            return true;
        }

        if (Recaps.Take(reader, h, segment) is { } recap)
        {
            reader.Next.Add(recap);
            return true;
        }

        if (ItemEdits.CountsMore(reader, h, segment) is { } more)
        {
            reader.Next.Add(more.Gain(0.5));
            return true;
        }

        if (ItemEdits.CountsSame(reader, h, segment) is { } counted)
        {
            reader.Next.Add(counted.Gain(0.5));
            return true;
        }

        if (ItemEdits.CountsAgain(h, segment))
        {
            reader.Next.Add(ItemEdits.Replace(reader, h with { ActionOpen = false, Action = ModifierAction.Add, Edit = Edit.Correct }, segment).Gain(1));
            return true;
        }

        // "Chantilly on all the crêpes": those that were ordered.
        if (h is { Count: 0, Lines: not null } && segment is { IsWholeName: false, Items.Length: > 1 } && reader.KeyAt(segment.Start - 1) == "the" && reader.KeyAt(segment.Start - 2) is "all" or "both" && ItemEdits.Select(h, segment) is not null)
        {
            reader.Next.Add(h.Gain(0.5) with { Last = SegmentKind.Item });
            return true;
        }

        if (SaysPartOfDish(h, segment))
        {
            reader.Next.Add(Runs.Report(reader, h with { Slot = Slot.Part, Exchange = h.Exchange == Exchange.OutNext ? Exchange.None : h.Exchange }, segment.Start, segment.End));
            return true;
        }

        // "The same with an oolong instead of the peach": what it is not stays on the order.
        if (h is { JustCopied: true, Exchange: Exchange.OutNext })
        {
            reader.Next.Add(h with { Exchange = Exchange.None, Action = ModifierAction.Add, ActionOpen = false, Last = SegmentKind.Item, Slot = Slot.Closed, Article = false });
            return true;
        }

        // "Two cod, make one of them haddock."
        if (h is { JustSplit: true, Current: { IsShare: true } share } && share.Item != single && (IsMadeOf(reader, segment.Start) || (single >= 0 && share.Item >= 0 && IsOfThem(reader, segment.Start) && ItemKinds.AreSame(reader, single, share.Item))))
        {
            var others = h with { Lines = h.Lines!.Tail, Count = share.Quantity, CountAt = segment.Start, Edit = Edit.None, Exchange = Exchange.None, Action = ModifierAction.Add, ActionOpen = false, With = false };
            reader.Next.Add(NewLines.Open(reader, others, segment).Gain(0.8));
            return true;
        }

        // "Swap one cola for a tea", "change two colas to teas": so many of them, and what they become follows.
        if (h is { Count: > 0, CountAt: > 0 } && Exchanging.Contains(reader.Tokens[h.CountAt - 1].Key) && ItemEdits.Select(h, segment) is { Current: { } exchanged } chosen && exchanged.Quantity >= h.Count)
        {
            var some = exchanged.Quantity == h.Count ? chosen with { Count = 0, CountAt = -1 } : NumberSteps.Share(chosen.WithCurrent(exchanged with { IsShare = false }), h.Count) ?? chosen;
            reader.Next.Add(some.Gain(1) with { Edit = Edit.Change, Exchange = Exchange.None, Action = ModifierAction.Add, ActionOpen = false, With = false, Gap = Gap.None, Article = false });
            return true;
        }

        if (ItemEdits.IsNotMeant(reader, h, segment))
        {
            reader.Next.Add(h.Gain(0.5) with { ActionOpen = false, Action = ModifierAction.Add, With = false, Last = SegmentKind.Item, Slot = Slot.Closed, Gap = Gap.None });
            return true;
        }

        if (h.Edit == Edit.Cancel || h.Exchange == Exchange.OutNext || (h is { ActionOpen: true, Action: ModifierAction.Remove } && !h.With))
        {
            reader.Next.Add(ItemEdits.Remove(reader, h, segment));
            return true;
        }

        // "both burgers without cheese" speaks of the burgers ordered before.
        if (h.Reach != Reach.Current && h.Count == 0 && !NamedAgain.IsBehindBreak(reader, segment.Start) && ItemEdits.Select(h, segment) is { } selected)
        {
            // "Both without onion but the chicken one with mustard": now of the one.
            var isOne = reader.IsOne(segment.End);
            reader.Next.Add(isOne ? selected.Gain(1) with { Reach = Reach.Current, Fresh = 0, Action = ModifierAction.Add, ActionOpen = false, Skip = segment.End } : selected);
            return true;
        }

        // "The tofu bowl, large, no carrot, and the same but with beef": dressed the same.
        if (h is { JustCopied: true, Exchange: Exchange.None, Gap: Gap.None or Gap.Comma, Lines.Tail: { } before, Current: { Item: >= 0 } copy } && h.Count <= 1 && OtherLike(reader, h, copy, segment) is >= 0 and var like && like != copy.Item)
        {
            reader.Next.Add(NewLines.Open(reader, h with { Lines = before, Count = copy.Quantity, CountAt = segment.Start, Edit = Edit.None, With = false, ActionOpen = false }, segment with { Items = reader.Menu.Items[like].Alone }) is { Current: { } other } opened
                ? opened.WithCurrent(Copies.Dressed(reader, other, copy)).Gain(0.5) with { JustCopied = true }
                : h);
            return true;
        }

        if (h.JustSplit)
        {
            reader.Next.Add(h.Current!.Item == single
                ? h with { JustSplit = false, Last = SegmentKind.Item, Gap = Gap.None }
                : NewLines.Open(reader, h, segment).Gain(-4));
            return true;
        }

        // "Scrap the tea, make it a coffee."
        if (h is { Edit: Edit.MakeThat, Removed: > 0 })
        {
            reader.Next.Add(NewLines.Open(reader, h with { Count = h.Count > 0 ? h.Count : h.Article ? 1 : h.Removed, Edit = Edit.None }, segment));
            return true;
        }

        // "Make my sandwich a whole one", which orders it.
        if (h is { Edit: Edit.MakeThat, Current: null } && ItemEdits.IsOfTheOrder(reader, segment))
        {
            reader.Next.Add(NewLines.Open(reader, h, segment) with { Edit = Edit.Change });
            return true;
        }

        // "Change the cola to a lemonade."
        if (h is { Edit: Edit.Change, Gap: Gap.None, Current: { } changed } && changed.Item != single)
        {
            reader.Next.Add(NewLines.Open(reader, h with { Lines = h.Lines!.Tail, Count = h.Count > 0 ? h.Count : changed.Quantity, CountAt = segment.Start, Edit = Edit.None }, segment));
            return true;
        }

        if (h.Edit == Edit.Correct && ItemEdits.SaysInsteadOfWhich(reader, h, segment.End))
        {
            reader.Next.Add(NewLines.Open(reader, h with { Edit = Edit.None }, segment));
            return true;
        }

        if (h.Edit is Edit.Correct or Edit.MakeThat && h.Current is { Role: not (Role.Question or Role.Story) })
        {
            reader.Next.Add(ItemEdits.Replace(reader, h, segment));
            if (h.Edit == Edit.Correct && h.Current!.Item != single)
                reader.Next.Add(NewLines.Open(reader, h, segment).Gain(-0.6));
            return true;
        }

        return false;
    }

    // By a part of its name, or "with" its whole name where it is of the same course: "the same with a green tea", but "with chips".
    private static int OtherLike(Reader reader, in Hypothesis h, DraftLine copy, Segment segment)
    {
        if (!segment.IsWholeName)
            return h is { Count: 0, Article: false } ? ItemKinds.OnlyLike(reader, copy.Item, segment.Items) : -1;
        return (h.With || h.Edit == Edit.Change) && segment.Items is [var only] && ReferenceEquals(reader.Menu.Items[only].CategoryStems, reader.Menu.Items[copy.Item].CategoryStems) && !reader.MayBeExtra(copy.Item, segment)
            ? only
            : -1;
    }

    // "Three colas, two of them diet".
    private static bool IsOfThem(Reader reader, int token) => reader.KeyAt(token - 1) is "them" or "those" or "these" or "em" or "which";

    private static readonly HashSet<string> Exchanging = ["swap", "replace", "change", "switch", "trade", "exchange", "turn"];

    // "Make one of them a …", "change one to a …".
    private static bool IsMadeOf(Reader reader, int token)
    {
        const int farthest = 8;
        for (var at = token - 1; at >= Math.Max(0, token - farthest) && !reader.Tokens[at].IsBreak; at--)
        {
            // "Make it two colas and one tea".
            if (at > 0 && reader.IsNumber(at) && reader.IsPhrase(at - 1, Lexicon.Cue.And, Lexicon.Cue.And))
                return false;
            if (reader.Tokens[at].Key is "make" || Exchanging.Contains(reader.Tokens[at].Key))
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
}
