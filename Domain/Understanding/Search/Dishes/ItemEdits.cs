using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

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
        if (found is null && h is { Edit: Edit.None, Exchange: Exchange.None, Gap: Gap.None or Gap.Comma, Current.Item: >= 0 } && h.ActionAt == (h.Count > 0 ? h.CountAt : segment.Start) - 1
            && reader.Tokens[h.ActionAt].Key == "no" && (h.Count > 0 ? segment.IsWholeName : IsSibling(reader, h, segment)))
        {
            return Replacements.Replace(reader, h with { Edit = Edit.Correct, ActionOpen = false, Action = ModifierAction.Add }, segment);
        }

        // "No beans": not taken off, and no dish before either; somebody must see it.
        if (found is null && !segment.IsWholeName && h is { Edit: Edit.None, Exchange: Exchange.None, ActionOpen: true, Current: { Item: >= 0 } dressed } && h.ActionAt == segment.Start - 1 && !reader.Menu.Items[dressed.Item].GroupStems.Contains(Stem.Of(reader.Tokens[segment.End - 1].Key)))
            return Runs.Report(reader, h with { Slot = Slot.Part }, segment.Start, segment.End).Gain(-0.8);
        if (found is null && h is { ActionOpen: true, Action: ModifierAction.Remove, Current: { Item: >= 0 } had } && ModifierKinds.MayBeWithoutAny(reader, had, segment))
            done = done.Gain(-1);
        if (found is null)
            return done.Gain(h.Edit == Edit.Cancel || h.Exchange == Exchange.OutNext ? -0.5 : segment.IsWholeName ? -2.0 : -0.8);

        if (Exceptions.LeavesOut(reader, h))
            return done.Doubt("what all have but some is not clear");
        var left = h.Count > 0 ? found.Quantity - h.Count : 0;
        if (h.Edit == Edit.Cancel)
            done = done.Gain(0.5);
        return (done with { Removed = h.Count > 0 ? h.Count : found.Quantity }).WithLeft(h.Lines.Map(line => !ReferenceEquals(line, found) ? line : left > 0 ? line with { Quantity = left } : null));
    }

    /// <summary>"The latte should be large", "the mocha must be a flat white": the one on the order, which is changed; null where that is not said.</summary>
    public static Hypothesis? ShouldBe(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Lines: not null, Run: < 0, Edit: Edit.None or Edit.Correct, Gap: not Gap.None } || reader.KeyAt(segment.Start - 1) is not ("the" or "my") || !SaysShould(reader, reader.IsOne(segment.End) ? segment.End + 1 : segment.End))
            return null;
        return Select(h with { Edit = Edit.None }, segment) is { } selected ? selected.Gain(0.5) with { Edit = Edit.Change, Reach = Reach.Current, Skip = reader.IsOne(segment.End) ? segment.End : -1, Slot = Slot.Dish, Gap = Gap.None, Last = SegmentKind.Item } : null;
    }

    private static bool SaysShould(Reader reader, int at) =>
        (reader.KeyAt(at), reader.KeyAt(at + 1)) is ("should", "be") or ("shld", "be") or ("shouldve", "been") or ("must", "be") or ("needs", "to");

    /// <summary>"A latte no, a mocha": said without a comma before, and something to have behind.</summary>
    public static bool NamesAnother(Reader reader, in Hypothesis h, int at) =>
        h is { Gap: Gap.None, Current.Item: >= 0 } && (reader.IsNumber(at) || reader.NamesSize(at) || reader.NamesDish(reader.KeyAt(at) is "a" or "an" or "the" ? at + 1 : at));

    // "A fruit scone no cheese scone".
    private static bool IsSibling(Reader reader, in Hypothesis h, Segment segment) =>
        segment is { IsWholeName: true, Items: [var other] } && h.Current is { Item: >= 0 and var dish } && other != dish && ItemKinds.AreSame(reader, other, dish);

    /// <summary>"One of the colas", where several are on the order: the line of that one.</summary>
    public static Hypothesis? OneOf(Reader reader, Hypothesis h, Segment segment) =>
        h.Count > 0 && reader.KeyAt(segment.Start - 1) is "the" or "those" or "these" or "my" or "them" && reader.KeyAt(segment.Start - 2) == "of"
            && Select(h, segment) is { Current: { } line } selected && line.Quantity > h.Count
            ? OneOf(reader, h, selected with { Reach = Reach.Current }, line)
            : null;

    /// <summary>"One of them chips", as one says it up north: those on the order, where several are.</summary>
    public static bool AreThose(Reader reader, in Hypothesis h, Segment ofThem)
    {
        if (h.Count == 0 || ofThem.End >= reader.Tokens.Count || reader.Tokens[ofThem.End - 1].Key != "them")
            return false;
        foreach (var dish in reader.Lattice.At(ofThem.End))
        {
            if (dish.Kind == SegmentKind.Item && Select(h, dish) is { Current: { Item: >= 0 } line } && line.Quantity > h.Count)
                return true;
        }

        return false;
    }

    // "Oat milk in one of the lattes": what was just said goes there.
    private static Hypothesis? OneOf(Reader reader, in Hypothesis h, Hypothesis selected, DraftLine line)
    {
        if (h is not { Fresh: > 0, Current: { } present } || reader.Tokens[h.CountAt - 1].Key is not ("on" or "in" or "for" or "to") || Places.BeginsClause(reader, h.CountAt - 1))
            return NumberSteps.Share(selected, h.Count);
        var giver = Reaching.NewestDressed(h) ?? present;
        if (ReferenceEquals(giver, line))
            return Shares.OnSome(h.Raise(line) with { Count = 0, CountAt = -1 }, line, h.Count);
        return NumberSteps.Share(selected, h.Count) is { Current: { } some } share ? Shares.Move(reader, h, giver, share with { JustSplit = false }, some) : null;
    }

    /// <summary>"A roti, no, two rotis": the count was wrong.</summary>
    public static bool CountsAgain(in Hypothesis h, Segment segment) =>
        h is { ActionOpen: true, Action: ModifierAction.Remove, With: false, Exchange: Exchange.None, Count: > 0, Current: { Item: >= 0 } current } && current.Quantity != h.Count && Names(current, segment);

    /// <summary>"We all want lemonade, so three lemonades", "two hot dogs and a coke; scratch the coke, three hot dogs": those that were spoken of, counted now.</summary>
    public static Hypothesis? CountsSame(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Count: > 0, CountAt: > 0, Edit: Edit.None } || (reader.Tokens[h.CountAt - 1].Key is not "so" && h.Removed == 0 && !IsThisTime(reader, h.CountAt, segment.End)) || Select(h, segment) is not { Current: { Item: >= 0, IsShare: false } line } selected)
            return null;
        if (line.Quantity != h.Count && (h.Removed > 0 ? line.Quantity > h.Count || !line.IsCounted : line.Quantity > 1 || line.IsCounted))
            return null;
        line = line with { Quantity = h.Count };
        foreach (var held in h.Held.OldestFirst())
            line = Attach.To(reader, line, held.Segment, held.Action, held.Quantity) ?? line;
        if (h.HeldSize is { } size)
            line = DishSizes.Apply(reader, line, size).Line;
        return selected.WithCurrent(line) with { Held = null, HeldSize = null, Count = 0, CountAt = -1, Article = false };
    }

    // "But two wraps this time", "this time two wraps".
    private static bool IsThisTime(Reader reader, int count, int end) =>
        (reader.KeyAt(count - 1) == "time" && reader.KeyAt(count - 2) == "this")
        || (end + 1 < reader.Tokens.Count && reader.Tokens[end].Key == "this" && reader.Tokens[end + 1].Key == "time");

    /// <summary>"Actually make it four rolls and one soup": the soup is counted anew, too.</summary>
    public static Hypothesis? CountsMore(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Count: > 0, CountAt: > 1, Gap: Gap.And or Gap.Comma, Edit: Edit.None, HeldSize: null, Held: null } || !IsMadeSoMany(reader, h.CountAt) || Select(h, segment) is not { Current: { Item: >= 0, IsShare: false } line } selected)
            return null;
        return selected.WithCurrent(line with { Quantity = h.Count }) with { Count = 0, CountAt = -1 };
    }

    // "Make it 4 …, 1 …": the sentence began so.
    private static bool IsMadeSoMany(Reader reader, int at)
    {
        const int farthest = 10;
        for (var make = at - 1; make >= Math.Max(0, at - farthest) && reader.Tokens[make].Kind is not (TokenKind.Stop or TokenKind.Line); make--)
        {
            if (reader.Tokens[make].Key == "make" && make + 2 < at && reader.Tokens[make + 1].Key is "it" or "that" && reader.IsNumber(make + 2))
                return true;
        }

        return false;
    }

    /// <summary>Makes the line of this dish the present one.</summary>
    public static Hypothesis? Select(Hypothesis h, Segment segment)
    {
        if (h.Lines.Newest(DraftLine.TraitsOf(segment.Items), segment, Names) is not { } found)
            return null;
        return h.Raise(found) with { Gap = Gap.None, Last = SegmentKind.Item, Slot = Slot.Closed, Article = false };
    }

    // "make the fries …", "change my latte …"
    public static bool IsOfTheOrder(Reader reader, Segment segment) =>
        (reader.KeyAt(segment.Start - 1) == "make" && reader.IsNumber(segment.End)) || segment.Start > 1 && reader.Tokens[segment.Start - 1].Key is "the" or "my" && (reader.Tokens[segment.Start - 2].Key is "make" or "change" or "turn" || reader.IsPhrase(segment.Start - 2, Cue.And, Cue.And));

    /// <summary>"Make the korma hot and the rice large": what follows changes another dish of the order.</summary>
    public static bool ChangesMore(Reader reader, Segment and)
    {
        if (and.End >= reader.Tokens.Count || reader.Tokens[and.End].Key is not ("the" or "my"))
            return false;
        for (var at = and.Start - 1; at >= 0 && !reader.Tokens[at].IsBreak; at--)
        {
            if (reader.Tokens[at].Key is "make" or "change" && reader.Tokens[at + 1].Key is "the" or "my")
                return true;
        }

        return false;
    }

    /// <summary>"Oh make beers three": so many of what is on the order.</summary>
    public static bool CountsNext(Reader reader, in Hypothesis h, Segment make)
    {
        if (h.Lines is null || make.End + 1 >= reader.Tokens.Count || reader.Tokens[make.Start].Key is not "make" || make.End != make.Start + 1)
            return false;
        foreach (var dish in reader.Lattice.At(make.End))
        {
            if (dish.Kind == SegmentKind.Item && reader.IsNumber(dish.End) && Select(h, dish) is not null)
                return true;
        }

        return false;
    }

    /// <summary>"Salsa on the fish, not on the pork": the pork stays on the order, and has no salsa.</summary>
    public static bool IsNotMeant(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Count: 0, Last: SegmentKind.Item, Edit: Edit.None, Current: { Modifiers: { Head.Segment.Start: var said } } present } || Select(h, segment) is not { Current: { } other } || ReferenceEquals(other, present) || said < Math.Max(other.End, present.End))
            return false;
        var at = segment.Start - 1;
        while (at > said && (reader.IsJoining(at) || reader.Tokens[at].Key is "the" or "my" or "on" or "in" or "with" or "for" or "any"))
            at--;
        return reader.Tokens[at].Key is "not";
    }

    public static bool Names(DraftLine line, Segment segment) =>
        line.Item >= 0 ? segment.Items.Contains(line.Item) : line.Candidates.Intersect(segment.Items).Any();

    /// <summary>"…, gravy. No wait, a fishcake instead of the pie": the pie goes, not what was named last.</summary>
    public static bool SaysInsteadOfWhich(Reader reader, in Hypothesis h, int at)
    {
        if (at >= reader.Tokens.Count || h.Current is not { } last)
            return false;
        var isOther = false;
        foreach (var phrase in reader.Lattice.At(at))
        {
            if (phrase is not { Kind: SegmentKind.Phrase, Cue: Cue.InsteadOf })
                continue;
            var next = reader.IsPhrase(phrase.End, Cue.Article, Cue.Article) ? phrase.End + 1 : phrase.End;
            if (next >= reader.Tokens.Count)
                return false;
            foreach (var dish in reader.Lattice.At(next))
            {
                if (dish.Kind != SegmentKind.Item)
                    continue;
                if (dish.Items.AsSpan().Contains(last.Item))
                    return false;
                isOther |= Select(h, dish) is not null;
            }
        }

        return isOther;
    }
}
