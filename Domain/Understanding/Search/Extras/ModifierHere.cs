using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>A modifier for the present line, for those that "both" or "each" reaches, or for an earlier line that alone offers it.</summary>
internal static class ModifierHere
{
    private const int MostOfExtra = 5;
    private const int MostInBox = 60;

    public static void Put(Reader reader, Hypothesis h, Segment segment)
    {
        // "Wings 12 with dip": nobody takes so much of an extra.
        var holdsMany = h is { Current: { Item: >= 0 and var box, Quantity: 1 }, Count: > 1 and <= MostInBox } && reader.Menu.Items[box].HoldsMany;
        if (h.Count > MostOfExtra && !holdsMany)
            h = LooseCounts.Use(reader, h);
        if (h is { Count: 1, With: false, ActionOpen: false, JustSplit: false, Last: SegmentKind.Number, Gap: not Gap.And } && !IsCounted(reader, h, segment))
            h = h.Doubt("an extra, or a dish that is not on the menu");
        var cost = holdsMany ? 0.3 : Cost(reader, h, segment);
        if (h.SideOf && h.Current is not null)
            h = h with { Action = h.Action == ModifierAction.Add ? ModifierAction.Side : h.Action };

        if (h.Reach == Reach.Both && ModifierKinds.TheTwo(reader, h, segment) is { } two)
        {
            reader.Next.Add(ModifierSteps.Done(two, segment) with { Reach = Reach.Current });
            return;
        }

        if (h.Reach != Reach.Current)
        {
            if (Reaching.Put(reader, h, segment) is { } spread)
                reader.Next.Add(ModifierSteps.Done(spread, segment));
            return;
        }

        // "Three biryanis: two chicken, one lamb" counts dishes.
        if (h is { Count: > 0, With: false, ActionOpen: false } && ItemKinds.Unchosen(h) is not null)
            cost -= 1;
        if (h.Current is { } current)
            PutOn(reader, h, current, segment, cost);
    }

    private static void PutOn(Reader reader, Hypothesis h, DraftLine current, Segment segment, double cost)
    {
        if (ModifierKinds.Specified(reader, h, current, segment) is { } specified)
        {
            reader.Next.Add(ModifierSteps.Done(specified, segment));
            return;
        }

        if (IsOwnName(reader, h, current, segment))
        {
            reader.Next.Add(h with { Last = SegmentKind.Item });
            return;
        }

        if (OneEach.Take(reader, h, segment) is { } portion)
            reader.Next.Add(ModifierSteps.Done(portion, segment));
        if (OneEach.MayBe(reader, h, current, segment))
            h = h.Doubt("one for each of them, or all for all");
        if (h is { JustCopied: true, Action: ModifierAction.Add })
            (h, current) = InCopy(reader, h, current, segment);
        if ((Dress(reader, h, current, segment, cost) ?? Elsewhere(reader, h, current, segment, cost)) is { } dressed)
        {
            reader.Next.Add(ModifierSteps.Done(dressed, segment));
            return;
        }

        if (h is { ActionOpen: true, Action: ModifierAction.Remove } && ModifierKinds.WithoutAny(reader, current, segment) is { } bare)
        {
            reader.Next.Add(ModifierSteps.Done(h.WithCurrent(bare), segment));
            return;
        }

        var reported = Runs.Report(reader, h with { Slot = Slot.Part }, segment.Start, segment.End);
        reader.Next.Add(ModifierSteps.Done(reported.Gain(-segment.Gain - 0.7), segment) with { Last = SegmentKind.Unknown });
    }

    private static Hypothesis? Dress(Reader reader, in Hypothesis h, DraftLine current, Segment segment, double cost)
    {
        var isEdit = h.Edit is Edit.Correct or Edit.MakeThat || h is { Edit: Edit.Change, JustCopied: false };
        if (Attach.To(reader, current, segment, h.Action, Math.Max(1, h.Count), isEdit) is not { } dressed)
            return null;
        var isOwn = !current.IsUnknown && !current.IsOpen && Attach.IsOwn(reader, current.Item, dressed.Modifiers!.Head.Index);
        var fit = current.IsUnknown ? -segment.Gain : h.Action == ModifierAction.Remove && isOwn ? 0.3 : 0;
        return h.WithCurrent(dressed).Gain(cost + fit);
    }

    // Where the present dish is not had with it: another dish of that name, or an earlier one.
    private static Hypothesis? Elsewhere(Reader reader, in Hypothesis h, DraftLine current, Segment segment, double cost)
    {
        if (NamedWith.By(reader, h, current, segment) is { } another && Attach.To(reader, another, segment, h.Action, 1) is { } named)
            return h.WithCurrent(named).Gain(cost - 0.2);

        // "Wings with ranch, fries no dip" is nothing of the wings.
        var isHere = h is { Action: ModifierAction.Remove, ActionOpen: true } && current.Item >= 0 && ModifierKinds.HasSeveral(reader, current.Item, segment);
        return isHere ? null : Reaching.Earlier(reader, h, segment)?.Gain(cost - 0.5);
    }

    // What speaks against an extra of the present line: a count, a size or an article that a dish would have.
    private static double Cost(Reader reader, in Hypothesis h, Segment segment)
    {
        var isSaid = h.With || h.ActionOpen || (h.Count > 0 && (IsCounted(reader, h, segment) || CountedExtras.AreScoops(reader, h with { Count = 0 }, new() { Start = h.CountAt, End = segment.Start, Value = h.Count })));

        // "Two rolls, one ham one cheese", where ham and cheese are its kinds.
        if (!isSaid && (h.JustSplit || h.Gap == Gap.Comma || reader.KeyAt(segment.Start - 1) == Token.Colon) && h.Current is { Size: < 0 } or { IsShare: true } && KindSizes.Says(reader, h.Current, segment))
            return -2;
        if (!isSaid && h.Current is { Item: >= 0 and var dish } && (h.Edit == Edit.Correct || SaysOne(reader, segment)) && ItemKinds.SaysSibling(reader, dish, segment))
            return -2;
        var cost = h.Count > 0 && !isSaid && !h.JustSplit ? (h.Gap == Gap.And ? -1.2 : -0.8) : 0;
        if (h.HeldSize is not null)
            cost -= 1.2;
        if (h.Gap == Gap.Stop && reader.IsBehindName(segment.Start))
            cost -= 2.5;
        if (h.Article && !isSaid)
            cost -= 0.6;

        // "2 cokes, 2 fantas" are four drinks.
        if (!isSaid && (h.Count > 0 || h.Article || h.JustSplit) && h.Current is { IsImplied: true } drink && IsOtherKind(reader, drink, segment))
            cost -= 2.5;
        return h.JustSplit ? cost + 0.6 : cost;
    }

    // "One sugar."
    private static bool IsCounted(Reader reader, in Hypothesis h, Segment segment) =>
        h.Current is { Item: >= 0, Quantity: 1, IsShare: false } dish && Attach.Resolve(reader, dish.Item, segment) is >= 0 and var extra && CountedExtras.Has(reader, extra);

    // "The chicken one".
    private static bool SaysOne(Reader reader, Segment segment) =>
        reader.KeyAt(segment.Start - 1) == "the" && reader.IsOne(segment.End);

    private static bool IsOtherKind(Reader reader, DraftLine drink, Segment segment) =>
        Attach.Resolve(reader, drink.Item, segment) is >= 0 and var kind && Attach.FirstOfGroup(reader, drink, kind) is >= 0 and var other && other != kind;

    // "The same again but mild": instead of hot; "but decaf": as well?
    private static (Hypothesis, DraftLine) InCopy(Reader reader, Hypothesis h, DraftLine copy, Segment segment)
    {
        var isInstead = reader.KeyAt(segment.Start - 1) is "in" or "on" or "as";
        if (Attach.ExcludedBy(reader, copy, segment, isInstead) is >= 0 and var excluded)
            return (h, Attach.Without(copy, excluded));
        if (h.ActionOpen || ModifierKinds.LikeOf(reader, copy, segment) is not (>= 0 and var like))
            return (h, copy);
        var doubtful = h.Doubt("the same with something else, or with both");
        return h.Edit == Edit.Change ? (doubtful with { Edit = Edit.None }, Attach.Without(copy, like)) : (doubtful, copy);
    }

    // "Croissant al burro", where the menu has a butter croissant.
    private static bool IsOfName(Reader reader, in Hypothesis h, DraftLine current, Segment segment) =>
        h.With && current.End == segment.Start - 1 && reader.KeyAt(current.End) is "al" or "alla" or "allo" or "all" or "ai" or "agli" or "alle" or "au" or "aux" or "a";

    // "Korma de pollo": the words behind the dish are its own name.
    private static bool IsOwnName(Reader reader, Hypothesis h, DraftLine current, Segment segment)
    {
        if (h is not { Gap: Gap.None, Last: SegmentKind.Item, Count: 0 } || (h.ActionOpen && !IsOfName(reader, h, current, segment)) || current.Item < 0 || segment.Stems.Length == 0)
            return false;
        foreach (var stem in segment.Stems)
        {
            if (!reader.Menu.Items[current.Item].NameStems.Contains(stem) || current.Stems.AsSpan().Contains(stem))
                return false;
        }

        return true;
    }
}
