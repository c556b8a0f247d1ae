using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>One more of the dish before, without its name: "a latte with soy and one with oat", "two large colas and a small one".</summary>
internal static class Another
{
    public static Hypothesis? Of(Reader reader, Hypothesis h, Segment number)
    {
        if (h is not { Gap: not Gap.Or, Current: { Item: >= 0, Role: not (Role.Question or Role.Story) } current })
            return null;
        var isKind = h.Gap is not (Gap.None or Gap.Stop) && OtherKindBefore.Says(reader, current.Item, number.Start - 1) && OtherKindBefore.Sibling(reader, current.Item, number.Start - 1) >= 0;
        var isFor = IsFor(reader, number.End);
        var isClose = h.Gap is not Gap.Stop || (reader.Tokens[number.Start].Key == "another" && IsDressed(reader, h, current, number));
        if (!isKind && !isFor && !(h.Gap is Gap.None || !isClose ? FollowsAtOnce(reader, h, current, number) : IsDressed(reader, h, current, number)))
            return null;
        var other = current with { Quantity = number.Value, Modifiers = null, IsShare = false, Size = isFor ? current.Size : -1, Start = number.Start, NameStart = number.Start, End = number.End };
        if (current.Size >= 0 && !reader.NamesSize(number.End))
            other = other with { Size = current.Size };
        if (OtherKindBefore.Says(reader, current.Item, number.Start - 1))
        {
            if (OtherKindBefore.Sibling(reader, current.Item, number.Start - 1) is >= 0 and var sibling)
                other = other with { Item = sibling, Size = -1 };
            else
                h = h.Doubt("one more of another kind");
        }

        return h with { Lines = h.Lines.Push(other), JustSplit = !isFor && !(isKind && reader.EndsClause(number.End)), Reach = Reach.Current, Slot = Slot.Part, Gap = Gap.None, Last = SegmentKind.Number, Fresh = 0 };
    }

    // "Two teas with milk one without": in one breath.
    private static bool FollowsAtOnce(Reader reader, in Hypothesis h, DraftLine current, Segment number)
    {
        if (h.Gap != Gap.None)
            return false;
        if (IsInOtherSize(reader, h, number.End) || IsWithoutTheirs(reader, h, number.End))
            return true;
        if (current.IsListed && (reader.IsPhrase(number.End, Cue.With, Cue.Remove) || reader.OffersNext(current.Item, number.End)))
            return true;
        return current is { IsCounted: true, Modifiers.Head.Segment.End: var dressedTo } && (dressedTo == number.Start || current.End == number.Start) && IsDressed(reader, h, current, number);
    }

    /// <summary>"Two large colas and a small one": another size of the dish, or of what is left of it.</summary>
    public static Hypothesis? Sized(Reader reader, Hypothesis h, Segment segment)
    {
        if (h is not { HeldSize: { } size, Current: { Item: >= 0, Role: not (Role.Question or Role.Story) } current }
            || size.End != segment.Start || reader.Tokens[segment.Start].Key is not "one" || segment.End != segment.Start + 1
            // "One small one large": it counts the next size.
            || reader.NamesSize(segment.End))
        {
            return null;
        }

        var count = Math.Max(1, h.Count);
        if (current.IsShare && h.Lines!.Tail is { Head: var rest } && rest.Quantity >= count && rest.Item == current.Item && NumberSteps.Share(h, count) is { Current: { } share } left)
            return left.WithCurrent(DishSizes.Apply(reader, share, size).Line) with { HeldSize = null, JustSplit = false, Slot = Slot.Closed, Last = SegmentKind.Size };
        var (other, _) = DishSizes.Apply(reader, current with { Quantity = count, Modifiers = null, IsShare = false, Start = size.Start, NameStart = size.Start, End = segment.End }, size);
        return h with { Lines = h.Lines.Push(other), HeldSize = null, Count = 0, CountAt = -1, Article = false, Gap = Gap.None, Fresh = 0, Slot = Slot.Closed, Last = SegmentKind.Size };
    }

    /// <summary>"A burger with cheese and a plain one": one more without what the first has.</summary>
    public static Hypothesis? Plain(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { JustSplit: false, HeldSize: null, Held: null, Gap: Gap.And or Gap.Comma, Current: { Item: >= 0, Modifiers: not null, Role: not (Role.Question or Role.Story) } current }
            || !(h.Article || h.Count > 0) || !Remainders.IsPlain(reader, segment) || segment.End >= reader.Tokens.Count || reader.Tokens[segment.End].Key is not ("one" or "ones"))
        {
            return null;
        }

        var other = current with { Quantity = Math.Max(1, h.Count), Modifiers = null, IsShare = false, Start = segment.Start, NameStart = segment.Start, End = segment.End };
        return Remainders.Plain(h with { Lines = h.Lines.Push(other), Count = 0, CountAt = -1, Article = false, Gap = Gap.None, Fresh = 0, Skip = segment.End, Last = SegmentKind.Item });
    }

    /// <summary>"Two teas with milk, one without": what all of them have, one of them has too.</summary>
    public static bool IsWithoutTheirs(Reader reader, in Hypothesis h, int at) =>
        h.Current is { Item: >= 0, IsShare: false, Modifiers.Head.Action: ModifierAction.Add } && (EndsPlain(reader, at) || IsBareWithout(reader, at));

    private static bool IsBareWithout(Reader reader, int at) =>
        reader.IsPhrase(at, Cue.Remove, Cue.Remove) && (reader.EndsClause(at + 1) || reader.IsPhrase(at + 1, Cue.And, Cue.But));

    // "Two pretzels with butter, one plain": the last word said of it.
    private static bool EndsPlain(Reader reader, int at)
    {
        if (at >= reader.Tokens.Count)
            return false;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next.Kind is SegmentKind.Phrase or SegmentKind.Size && Remainders.IsPlain(reader, next) && (reader.EndsClause(next.End) || reader.IsPhrase(next.End, Cue.And, Cue.But)))
                return true;
        }

        return false;
    }

    /// <summary>"Two teas large, one small": what has a size already is not split by another.</summary>
    public static bool IsInOtherSize(Reader reader, in Hypothesis h, int at)
    {
        if (h.Current is not { Item: >= 0, Size: >= 0, IsShare: false } current || at >= reader.Tokens.Count)
            return false;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next.Kind == SegmentKind.Size && DishSizes.Find(reader, current, next) is >= 0 and var size && size != current.Size)
                return true;
        }

        return false;
    }

    /// <summary>"Two on thin crust, one on stuffed crust": nobody has both.</summary>
    public static bool IsOfAnotherKind(Reader reader, in Hypothesis h, int at)
    {
        if (h is not { Edit: Edit.None, Current: { Item: >= 0, IsShare: false, IsRest: false, Modifiers: not null } dish } || !dish.IsCounted || !reader.IsPhrase(at, Cue.With, Cue.With) || at + 1 >= reader.Tokens.Count)
            return false;
        foreach (var next in reader.Lattice.At(at + 1))
        {
            if (next.Kind == SegmentKind.Modifier && Attach.ExcludedBy(reader, dish, next, isInstead: false) >= 0)
                return true;
        }

        return false;
    }

    private static bool IsSized(Reader reader, DraftLine line, int at)
    {
        if (at >= reader.Tokens.Count)
            return false;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next.Kind == SegmentKind.Size && DishSizes.Find(reader, line, next) >= 0)
                return true;
        }

        return false;
    }

    // "… one for Ann": the next person has the same dish.
    private static bool IsFor(Reader reader, int at) => reader.IsPhrase(at, Cue.For, Cue.ForPerson) || reader.Begins(at, Cue.ForPerson);

    // "One mild and one hot", "one with soy and one with oat".
    private static bool IsDressed(Reader reader, in Hypothesis h, DraftLine current, Segment number)
    {
        var at = number.End;
        if (reader.IsPhrase(at, Cue.With, Cue.Remove) || (current.Modifiers is not null && EndsPlain(reader, at)) || IsInOtherSize(reader, h, at) || (reader.Tokens[number.Start].Key == "another" && IsSized(reader, current, at)))
            return true;

        // "Cones: one vanilla and two hazelnut".
        if (current.IsListed && reader.OffersNext(current.Item, at))
            return true;
        if (at >= reader.Tokens.Count || h.With || number.Value != 1 || current is not { Quantity: 1, Modifiers: { Tail: null, Head: { Index: >= 0, Quantity: 1, Action: ModifierAction.Add } only } })
            return false;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next.Kind == SegmentKind.Modifier && next.Modifiers is [var modifier, ..] && reader.Offers(current.Item, modifier)
                && reader.Menu.Modifiers[modifier].Group == reader.Menu.Modifiers[only.Index].Group)
            {
                return true;
            }
        }

        return false;
    }
}
