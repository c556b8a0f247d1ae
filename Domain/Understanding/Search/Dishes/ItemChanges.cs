using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A dish is named to change what was said before: taken off, put in another's place, counted anew, split off.</summary>
internal static class ItemChanges
{
    /// <summary>False where nothing speaks of a change, and the dish is one more.</summary>
    /// <param name="single">The dish, where the words name just one; otherwise -1.</param>
    public static bool TryTake(Reader reader, in Hypothesis h, Segment segment, int single)
    {
        if ((CountedAnew(reader, h, segment) ?? OfThose(reader, h, segment, single) ?? TakenOff(reader, h, segment) ?? Selected(reader, h, segment)
            ?? LikeTheCopy(reader, h, segment) ?? InPlace(reader, h, segment, single)) is { } changed)
        {
            reader.Next.Add(changed);
            return true;
        }

        if (h.Edit is not (Edit.Correct or Edit.MakeThat) || h.Current is not { Role: not (Role.Question or Role.Story) } current)
            return false;
        reader.Next.Add(Replacements.Replace(reader, h, segment));
        if (h.Edit == Edit.Correct && current.Item != single)
            reader.Next.Add(NewLines.Open(reader, h, segment).Gain(-0.6));
        return true;
    }

    private static Hypothesis? CountedAnew(Reader reader, in Hypothesis h, Segment segment) =>
        Exceptions.OfDish(reader, h, segment)?.Gain(1)
        ?? ItemEdits.OneOf(reader, h, segment)?.Gain(1)
        ?? Recaps.Take(reader, h, segment)
        ?? ItemEdits.CountsMore(reader, h, segment)?.Gain(0.5)
        ?? ItemEdits.CountsSame(reader, h, segment)?.Gain(0.5)
        ?? (ItemEdits.CountsAgain(h, segment) ? Replacements.Replace(reader, h with { ActionOpen = false, Action = ModifierAction.Add, Edit = Edit.Correct }, segment).Gain(1) : null);

    // Some of a dish that was ordered, or what it comes with.
    private static Hypothesis? OfThose(Reader reader, in Hypothesis h, Segment segment, int single)
    {
        // "Chantilly on all the crêpes": those that were ordered.
        if (h is { Count: 0, Lines: not null } && segment is { IsWholeName: false, Items.Length: > 1 } && reader.KeyAt(segment.Start - 1) == "the" && reader.KeyAt(segment.Start - 2) is "all" or "both" && ItemEdits.Select(h, segment) is not null)
            return h.Gain(0.5) with { Last = SegmentKind.Item };
        if (SaysPartOfDish(h, segment))
            return Runs.Report(reader, h with { Slot = Slot.Part, Exchange = h.Exchange == Exchange.OutNext ? Exchange.None : h.Exchange }, segment.Start, segment.End);

        // "The same with an oolong instead of the peach": what it is not stays on the order.
        if (h is { JustCopied: true, Exchange: Exchange.OutNext })
            return h with { Exchange = Exchange.None, Action = ModifierAction.Add, ActionOpen = false, Last = SegmentKind.Item, Slot = Slot.Closed, Article = false };
        return MadeOfThem(reader, h, segment, single) ?? Exchanged(reader, h, segment);
    }

    // "Two cod, make one of them haddock."
    private static Hypothesis? MadeOfThem(Reader reader, in Hypothesis h, Segment segment, int single)
    {
        if (h is not { JustSplit: true, Current: { IsShare: true } share } || share.Item == single)
            return null;
        if (!IsMadeOf(reader, segment.Start) && !(single >= 0 && share.Item >= 0 && IsOfThem(reader, segment.Start) && ItemKinds.AreSame(reader, single, share.Item)))
            return null;
        var others = h with { Lines = h.Lines!.Tail, Count = share.Quantity, CountAt = segment.Start, Edit = Edit.None, Exchange = Exchange.None, Action = ModifierAction.Add, ActionOpen = false, With = false };
        return Replacements.AsLarge(reader, NewLines.Open(reader, others, segment), share).Gain(0.8);
    }

    // "Swap one cola for a tea", "change two colas to teas": so many of them, and what they become follows.
    private static Hypothesis? Exchanged(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Count: > 0, CountAt: > 0 } || !Exchanging.Contains(reader.Tokens[h.CountAt - 1].Key) || ItemEdits.Select(h, segment) is not { Current: { } exchanged } chosen || exchanged.Quantity < h.Count)
            return null;
        var some = exchanged.Quantity == h.Count ? chosen with { Count = 0, CountAt = -1 } : NumberSteps.Share(chosen.WithCurrent(exchanged with { IsShare = false }), h.Count) ?? chosen;
        return some.Gain(1) with { Edit = Edit.Change, Exchange = Exchange.None, Action = ModifierAction.Add, ActionOpen = false, With = false, Gap = Gap.None, Article = false };
    }

    private static Hypothesis? TakenOff(Reader reader, in Hypothesis h, Segment segment)
    {
        if (ItemEdits.IsNotMeant(reader, h, segment))
            return h.Gain(0.5) with { ActionOpen = false, Action = ModifierAction.Add, With = false, Last = SegmentKind.Item, Slot = Slot.Closed, Gap = Gap.None };
        return h.Edit == Edit.Cancel || h.Exchange == Exchange.OutNext || h is { ActionOpen: true, Action: ModifierAction.Remove, With: false } ? ItemEdits.Remove(reader, h, segment) : null;
    }

    // "Both burgers without cheese" speaks of the burgers ordered before.
    private static Hypothesis? Selected(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is { Reach: Reach.Current } or { Count: not 0 } || NamedAgain.IsBehindBreak(reader, segment.Start) || ItemEdits.Select(h, segment) is not { } selected)
            return null;

        // "Both without onion but the chicken one with mustard": now of the one.
        return reader.IsOne(segment.End)
            ? selected.Gain(1) with { Reach = Reach.Current, Fresh = 0, Action = ModifierAction.Add, ActionOpen = false, Skip = segment.End }
            : selected;
    }

    // "The tofu bowl, large, no carrot, and the same but with beef": dressed the same.
    private static Hypothesis? LikeTheCopy(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { JustCopied: true, Exchange: Exchange.None, Gap: Gap.None or Gap.Comma, Count: <= 1, Lines.Tail: { } before, Current: { Item: >= 0 } copy } || OtherLike(reader, h, copy, segment) is not (>= 0 and var like) || like == copy.Item)
            return null;
        var opened = NewLines.Open(reader, h with { Lines = before, Count = copy.Quantity, CountAt = segment.Start, Edit = Edit.None, With = false, ActionOpen = false }, segment with { Items = reader.Menu.Items[like].Alone });
        return opened.WithCurrent(Copies.Dressed(reader, opened.Current!, copy)).Gain(0.5) with { JustCopied = true };
    }

    // A dish in place of what was split off, scrapped or named to be changed.
    private static Hypothesis? InPlace(Reader reader, in Hypothesis h, Segment segment, int single)
    {
        if (h.JustSplit)
            return h.Current!.Item == single ? h with { JustSplit = false, Last = SegmentKind.Item, Gap = Gap.None } : NewLines.Open(reader, h, segment).Gain(-4);

        // "Scrap the tea, make it a coffee."
        if (h is { Edit: Edit.MakeThat, Removed: > 0 })
            return NewLines.Open(reader, h with { Count = h.Count > 0 ? h.Count : h.Article ? 1 : h.Removed, Edit = Edit.None }, segment);

        // "Make my sandwich a whole one", which orders it.
        if (h is { Edit: Edit.MakeThat, Current: null } && ItemEdits.IsOfTheOrder(reader, segment))
            return NewLines.Open(reader, h, segment) with { Edit = Edit.Change };

        // "Change the cola to a lemonade."
        if (h is { Edit: Edit.Change, Gap: Gap.None, Current: { } changed } && changed.Item != single)
            return NewLines.Open(reader, h with { Lines = h.Lines!.Tail, Count = h.Count > 0 ? h.Count : changed.Quantity, CountAt = segment.Start, Edit = Edit.None }, segment);
        return h.Edit == Edit.Correct && ItemEdits.SaysInsteadOfWhich(reader, h, segment.End) ? NewLines.Open(reader, h with { Edit = Edit.None }, segment) : null;
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
