using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>Words that give a part of what was ordered something of its own: "ham on one, olives on the other", "half of them".</summary>
internal static class Shares
{
    // Fewer pizzas may be half one and half the other each.
    private const int FewestHalved = 6;

    public static Hypothesis Apply(Hypothesis h, Cue cue) => cue switch
    {
        Cue.Half => Half(h),
        Cue.OnOne => OnOne(h),
        Cue.OnTheOther => h.Current is { IsRest: true } ? h : h.Doubt("which one is the other one is not clear"),
        Cue.OnThe => h with { OnThe = h.Fresh > 0 || h.Held is not null, Slot = Slot.Weak },
        _ => h.Doubt("a part of several dishes"),
    };

    /// <summary>"extra cheese on the pepperoni": moves what the present line just got to the dish that is named.</summary>
    public static Hypothesis? Move(Reader reader, Hypothesis h, Segment segment)
    {
        if (!(h.OnThe || (h is { Fresh: > 0, Count: 0 } && Places.WordBefore(reader, segment.Start) >= 0)) || (h.Fresh > 0 ? Reaching.NewestDressed(h) ?? h.Current : h.Current) is not { } giver || (ItemEdits.Select(h, segment) ?? SelectNamed(reader, h, segment)) is not { Current: { } to } selected)
            return null;
        if (h.Held is not null)
            return TakeHeld(reader, selected, to, segment.Start);
        if (ReferenceEquals(giver, to) && h.Reach == Reach.Current)
            return OnEvery(reader, h, giver, segment, selected) with { OnThe = false };

        return Move(reader, h, giver, selected, to) is { } moved ? OnEvery(reader, h, giver, segment, moved).Gain(0.5) : null;
    }

    // "Cod and chips, haddock and chips. Vinegar on all the chips": on each line of that dish.
    private static Hypothesis OnEvery(Reader reader, in Hypothesis h, DraftLine giver, Segment segment, Hypothesis moved)
    {
        if (h.Fresh == 0 || moved.Current is not { Item: >= 0 } present || !Places.AreAll(reader, segment))
            return moved;
        var said = Reaching.Newest(giver.Modifiers, h.Fresh);
        return moved with
        {
            Lines = moved.Lines.Map(line => line.Item != present.Item || ReferenceEquals(line, present)
                ? line
                : said.Aggregate(line, (dressed, modifier) => Attach.To(reader, dressed, modifier.Segment, modifier.Action, modifier.Quantity) ?? dressed)),
        };
    }

    // "Lots of vinegar on the chips."
    private static Hypothesis? TakeHeld(Reader reader, in Hypothesis selected, DraftLine to, int at)
    {
        // "… on the chips", right behind it.
        var isSaidOfIt = selected is { Fresh: 0, Held: { Tail: null, Head.Segment.End: var end } } && end + 2 == at;
        foreach (var held in selected.Held.OldestFirst())
        {
            if (Attach.To(reader, to, held.Segment, held.Action, held.Quantity) is not { } dressed)
                return null;
            to = dressed;
        }

        return selected.WithCurrent(to).Gain(isSaidOfIt ? 1 : 0.3) with { Held = null, OnThe = false };
    }

    /// <summary>What the giver just got goes to another line, which becomes the present one; null where that dish is not had with it.</summary>
    public static Hypothesis? Move(Reader reader, in Hypothesis h, DraftLine giver, Hypothesis selected, DraftLine to)
    {
        var said = Reaching.Newest(giver.Modifiers, h.Fresh);
        foreach (var modifier in said)
        {
            if (Attach.To(reader, to, modifier.Segment, modifier.Action, modifier.Quantity) is not { } dressed)
                return null;
            to = dressed;
        }

        var from = said.Count > 0 ? said[0].Segment.Start : int.MaxValue;
        return selected with { Lines = selected.Lines!.Tail.Map(line => line with { Modifiers = Before(line.Modifiers, from) }).Push(to), OnThe = false, Fresh = 0 };
    }

    /// <summary>The modifiers that were named before that token.</summary>
    public static Chain<DraftModifier>? Before(Chain<DraftModifier>? modifiers, int from)
    {
        while (modifiers is { Head.Segment.Start: var start } && start >= from)
            modifiers = modifiers.Tail;
        return modifiers;
    }

    /// <summary>"Beans on the cheese one": the words name what was ordered before.</summary>
    public static bool NamesLine(Reader reader, in Hypothesis h, Segment segment) => LineNamed(reader, h, segment) is not null;

    // "No salt on the fries", where the fries are loaded fries.
    private static Hypothesis? SelectNamed(Reader reader, Hypothesis h, Segment segment) =>
        LineNamed(reader, h, segment) is { } line ? ItemEdits.Select(h, segment with { Items = reader.Menu.Items[line.Item].Alone }) : null;

    private static DraftLine? LineNamed(Reader reader, in Hypothesis h, Segment segment)
    {
        const int farthest = 6;
        if (segment.Stems.Length == 0)
            return null;
        var left = farthest;
        foreach (var line in h.Lines.Each())
        {
            if (left-- == 0)
                break;
            if (line.Item >= 0 && reader.Menu.Items[line.Item].IsNamedBy(segment.Stems))
                return line;
        }

        return null;
    }

    private static Hypothesis Half(Hypothesis h)
    {
        // "A dozen tacos, half fish half chicken."
        if (h.Count == 0 && h.Lines.Newest(DraftLine.Open, 0, static (line, _) => line.IsOpen && line.Quantity > 1) is { } kind && (kind.IsShare || kind.Quantity % 2 == 0))
        {
            var some = h with { Count = kind.IsShare ? kind.Quantity : kind.Quantity / 2, Article = false, Slot = Slot.Dish };
            return kind.Quantity < FewestHalved && !kind.IsShare ? some.Doubt("half of a dish") : some;
        }

        if (h.Current is { Item: >= 0, IsShare: false, Quantity: >= 2 } whole && whole.Quantity % 2 == 0 && h.Count == 0
            && NumberSteps.Share(h, whole.Quantity / 2) is { } share)
        {
            return share with { Half = true };
        }

        // "... half with salad": the other half.
        if (h.Current is { IsShare: true } first && h.Lines!.Tail is { Head: var other } && other.Item == first.Item && other.Quantity == first.Quantity
            && NumberSteps.Share(h, first.Quantity) is { } rest)
        {
            return rest with { Half = true };
        }

        return h with { Half = true, Doubts = h.Current is { Quantity: >= 2 } ? h.Doubts.Push("half of an odd number, or one half of each") : h.Doubts };
    }

    private static Hypothesis OnOne(Hypothesis h)
    {
        if (h.Current is { IsRest: true, Quantity: 1 })
            return h;
        if (h is not { Current: { Item: >= 0, Quantity: >= 2, IsShare: false } whole })
            return h.Doubt("which one is meant is not clear");

        // "three rolls, on one of them no sesame": what follows is for the one.
        if (h.Fresh == 0 && NumberSteps.Share(h, 1) is { } share)
            return share;

        return OnSome(h, whole, 1);
    }

    /// <summary>"salad on two of them": what was just named is for so many.</summary>
    public static Hypothesis OnSome(in Hypothesis h, DraftLine whole, int count)
    {
        var some = whole with { Quantity = count, IsShare = true };
        var rest = whole with { Quantity = whole.Quantity - count, Modifiers = Without(whole.Modifiers, h.Fresh), IsRest = true };
        return h with { Lines = h.Lines!.Tail.Push(some).Push(rest), Count = 0, CountAt = -1, Fresh = 0, Gap = Gap.Comma };
    }

    /// <summary>"Syrup on two, cheese on one": a number that ends the clause says for how many the words before it are.</summary>
    public static Hypothesis? OnSo(Reader reader, in Hypothesis h, Segment number)
    {
        if (h is not { Fresh: > 0, Count: 0, Article: false, Current: { Item: >= 0, IsShare: false } whole } || number.Start == 0 || reader.Tokens[number.Start - 1].Key is not ("on" or "in" or "to" or "with" or "for"))
            return null;
        var endsClause = reader.EndsClause(number.End) || reader.IsPhrase(number.End, Cue.And, Cue.But);
        if (!endsClause || number.Value > whole.Quantity || (whole.Quantity == 1 && !whole.IsRest))
            return null;
        var said = h with { ActionOpen = false, With = false, Action = ModifierAction.Add, Last = SegmentKind.Modifier, Slot = Slot.Closed };
        return (number.Value == whole.Quantity ? said : OnSome(said, whole, number.Value)).Gain(0.6);
    }

    private static Chain<DraftModifier>? Without(Chain<DraftModifier>? modifiers, int newest)
    {
        for (; newest > 0 && modifiers is not null; newest--)
            modifiers = modifiers.Tail;
        return modifiers;
    }
}
