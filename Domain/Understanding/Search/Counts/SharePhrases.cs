using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Dishes;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>Small words that take a share of what was ordered: "two of them", "mine with cheese", "no ice in hers".</summary>
internal static class SharePhrases
{
    /// <summary>False where the words take no share, or may also do something else.</summary>
    public static bool TryTake(Reader reader, in Hypothesis h, Segment segment)
    {
        // "Dos pizzas, una sin queso", "einen davon mit": other languages count one with the word for "a".
        // "Two wraps, once with onion, once without".
        if ((segment.Cue == Cue.Article && IsOne(reader, h, segment)) || (segment.Cue == Cue.Common && IsOnce(reader, h, segment)))
        {
            NumberSteps.Take(reader, h, segment with { Kind = SegmentKind.Number, Value = 1 });
            return true;
        }

        // "First one no onion, second one …", "mayo on the first".
        return Took(reader, segment.Cue switch
        {
            Cue.OfThem => OfThem(reader, h, segment),
            Cue.Half => OnHalf(reader, h, segment),
            Cue.ForPerson => InTheirs(reader, h, segment),
            _ => null,
        }) || Took(reader, Everyone.Take(reader, h, segment)) || Took(reader, Ordinals.Take(reader, h, segment));
    }

    private static bool Took(Reader reader, in Hypothesis? share)
    {
        if (share is not { } taken)
            return false;
        reader.Next.Add(taken);
        return true;
    }

    private static Hypothesis? OfThem(Reader reader, in Hypothesis h, Segment segment)
    {
        if (segment.Cue != Cue.OfThem || h.Count == 0)
            return null;
        if (ItemEdits.AreThose(reader, h, segment))
            return h;

        // "Wraps with cheese on two of them."
        if (h is { CountAt: > 0, Fresh: > 0, Current: { Item: >= 0, IsShare: false } whole } && whole.Quantity > h.Count
            && reader.Tokens[h.CountAt > 1 && reader.Tokens[h.CountAt - 1].Key is "only" or "just" ? h.CountAt - 2 : h.CountAt - 1].Key is "on" or "in" or "to" or "for" or "with")
        {
            return Shares.OnSome(h, whole, h.Count).Gain(0.5);
        }

        // "Two more of those."
        if (h.Current is { Item: >= 0 } && reader.Tokens[segment.Start - 1].Key == "more")
            return Copies.Of(h, h.Count, isBare: false).Gain(0.3) with { CountAt = -1 };
        if (NumberSteps.Share(h, h.Count) is { } share)
            return share.Gain(0.5);

        // "Sodas, three of them", "the same, but three of them".
        return h is { Count: > 1, Current: { Item: >= 0 } uncounted } && uncounted.Quantity < h.Count
            ? h.WithCurrent(uncounted with { Quantity = h.Count }).Gain(0.3) with { Count = 0, CountAt = -1, Gap = Gap.None }
            : null;
    }

    // "Four scones, butter on half."
    private static Hypothesis? OnHalf(Reader reader, in Hypothesis h, Segment segment) =>
        segment.Cue == Cue.Half && reader.KeyAt(segment.Start - 1) is "on" or "in" or "to" && h is { Fresh: > 0, Current: { Item: >= 0, IsShare: false, Quantity: > 1 } even } && even.Quantity % 2 == 0 && reader.EndsClause(segment.End)
            ? Shares.OnSome(h with { ActionOpen = false, With = false, Action = ModifierAction.Add }, even, even.Quantity / 2).Gain(0.5)
            : null;

    // "Two teas, no ice in hers."
    private static Hypothesis? InTheirs(Reader reader, in Hypothesis h, Segment segment) =>
        segment.Cue == Cue.ForPerson && h is { Fresh: > 0, Current: { Item: >= 0, IsShare: false, Quantity: > 1 } several } && segment.End == segment.Start + 1
            && reader.Tokens[segment.Start].Key is "mine" or "his" or "hers" && reader.KeyAt(segment.Start - 1) is "in" or "on" or "for" or "to"
            ? Shares.OnSome(h, several, 1).Gain(0.5)
            : null;

    /// <summary>Shares that the words may take besides what they always do.</summary>
    public static void Offer(Reader reader, Hypothesis h, Segment segment)
    {
        // "Two wraps, mine with cheese."
        if (segment.Cue == Cue.ForPerson && IsOwners(reader, h, segment) && h.Current is { Item: >= 0, Quantity: > 1 } or { IsShare: true } && NumberSteps.Share(h, 1) is { } mine)
            reader.Next.Add(mine.Gain(0.4));
        var isName = segment.Cue == Cue.For && Owners.IsName(reader, segment.End);
        if ((isName || segment.Cue == Cue.ForPerson) && Owners.ToOneOfSeveral(reader, h, segment, isName ? segment.End + 1 : segment.End) is { } theirs)
            reader.Next.Add(theirs.Gain(0.6));
    }

    private static bool IsOnce(Reader reader, in Hypothesis h, Segment segment) =>
        h.Current is { Item: >= 0 } && segment.End == segment.Start + 1 && reader.Tokens[segment.Start].Key == "once"
        && (reader.IsPhrase(segment.End, Cue.With, Cue.Remove) || reader.IsPhrase(segment.End, Cue.Descriptor, Cue.Extra));

    // "Four coffees, of which one decaf."
    private static readonly HashSet<string> Which = ["cui", "quali", "dont", "davon", "cuales"];

    private static bool IsOne(Reader reader, in Hypothesis h, Segment segment) =>
        reader.IsForeign && h.Current is { Item: >= 0 } && segment.End == segment.Start + 1 && Articles.OfOne.Contains(reader.Tokens[segment.Start].Key)
        && (reader.IsPhrase(segment.End, Cue.With, Cue.Remove) || reader.Begins(segment.End, Cue.OfThem) || ((h.Gap is Gap.Comma or Gap.And || Which.Contains(reader.KeyAt(segment.Start - 1))) && h.Current is { Quantity: > 1, Item: var dish } && (reader.OffersNext(dish, segment.End) || reader.IsPhrase(segment.End, Cue.Descriptor, Cue.AsItComes))));

    private static bool IsOwners(Reader reader, in Hypothesis h, Segment segment) =>
        segment.End == segment.Start + 1 && reader.Tokens[segment.Start].Key is "mine" or "his" or "hers"
        && (reader.IsPhrase(segment.End, Cue.With, Cue.Remove) || reader.IsPhrase(segment.End, Cue.Extra, Cue.Light) || (h is { Gap: not Gap.None, Current.Item: >= 0 and var dish } && (reader.OffersNext(dish, segment.End) || reader.NamesSize(segment.End))));
}
