using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>What all of them have but some: "pickles on all but one", "all large except the kofte".</summary>
internal static class Exceptions
{
    // Nobody leaves one out of so many dishes.
    private const int MostDishes = 20;

    private static readonly HashSet<string> Words = ["except", "but", "bar", "excluding", "excepto", "menos", "salvo", "sauf", "ausser", "tranne", "eccetto"];

    /// <summary>"… on all but one": so many do not have what was just said; null where nothing was said of more.</summary>
    public static Hypothesis? OfCount(Reader reader, in Hypothesis h, Segment number)
    {
        var at = WordBefore(reader, number.Start);
        if (at < 0 || !reader.EndsClause(number.End) || h.Current is not { Item: >= 0, IsShare: false } whole || whole.Quantity <= number.Value)
            return null;
        var bare = Bare(reader, whole, From(reader, h, at), at);
        if (ReferenceEquals(bare, whole))
            return null;
        var some = whole with { Quantity = whole.Quantity - number.Value, IsShare = true };
        var done = Done(h with { Lines = h.Lines!.Tail.Push(some).Push(bare with { Quantity = number.Value, IsRest = true }) });
        return some.Modifiers is { Head: var shared } && HasOther(h, whole, shared) ? done.Doubt("which one is meant is not clear") : done;
    }

    /// <summary>"All large except the kofte", "pickles on all except the avocado one": the dish of the order without what was just said of all; null where it was not.</summary>
    public static Hypothesis? OfDish(Reader reader, in Hypothesis h, Segment dish)
    {
        if (h.Lines?.Tail is null)
            return null;
        var at = WordBefore(reader, h is { Count: > 0, CountAt: > 0 } ? h.CountAt : reader.Tokens[dish.Start - 1].Key is "the" or "my" ? dish.Start - 1 : dish.Start);
        if (at < 0)
            return null;
        var all = reader.KeyAt(at - 1) == "all" ? Reaching.Spread(reader, h with { Gap = Gap.None }, Reach.All) ?? h : h;
        if ((dish.Kind == SegmentKind.Item ? ItemEdits.Select(all, dish) : SizedOne.With(reader, all, dish) is { } dressed ? all.Raise(dressed) : null) is not { Current: { } line } selected)
            return null;
        var bare = Bare(reader, line, From(reader, all, at), at);
        if (ReferenceEquals(bare, line))
            return null;
        if (h.Count == 0 || h.Count == line.Quantity)
            return Done(selected.WithCurrent(bare)) with { Gap = Gap.None };

        // "… except one margherita": of several.
        var rest = line with { Quantity = line.Quantity - h.Count };
        if (rest.Quantity <= 0)
            return null;

        // "… except one margherita large": only in what follows.
        var other = bare with { Modifiers = reader.EndsClause(dish.End) ? bare.Modifiers : line.Modifiers, Quantity = h.Count, IsShare = true };
        return Done(selected with { Lines = selected.Lines!.Tail.Push(rest).Push(other) }) with { Gap = Gap.None };
    }

    /// <summary>"All with chips except one haddock": who leaves one out of what was said takes nothing off the order.</summary>
    public static bool LeavesOut(Reader reader, in Hypothesis h) => h is { ActionOpen: true, Action: ModifierAction.Remove, ActionAt: >= 0 } && Words.Contains(reader.KeyAt(h.ActionAt));

    /// <summary>"The same except with oat", not "the same except onions", which it has: what comes is changed, not left out.</summary>
    public static bool Changes(Reader reader, in Hypothesis h, Segment segment) =>
        h is { JustCopied: true, Current: { Item: >= 0 } copy } && WordBefore(reader, segment.End) >= segment.Start && !PhraseSteps.MayLeaveOut(reader, h with { Last = SegmentKind.Modifier }, copy, segment.End);

    private static Hypothesis Done(Hypothesis h) => h with
    {
        Count = 0,
        CountAt = -1,
        Fresh = 0,
        Gap = Gap.Comma,
        Reach = Reach.Current,
        Action = ModifierAction.Add,
        ActionOpen = false,
        With = false,
        Article = false,
        Slot = Slot.Closed,
        Last = SegmentKind.Item,
    };

    // The word that leaves out, right before this place: "except", "but", "except for"; -1 where there is none.
    private static int WordBefore(Reader reader, int at)
    {
        at--;
        if (at > 0 && reader.Tokens[at].Key is "for" or "from" or "than")
            at--;
        return at > 0 && (Words.Contains(reader.Tokens[at].Key) || (reader.Tokens[at].Key is "apart" or "other" && reader.Tokens[at + 1].Key is "from" or "than")) ? at : -1;
    }

    // Where what is said of all begins: behind the last comma, or behind the last dish.
    private static int From(Reader reader, in Hypothesis h, int end)
    {
        var from = end;
        while (from > 0 && !reader.Tokens[from - 1].IsBreak)
            from--;
        var left = MostDishes;
        foreach (var line in h.Lines.Each())
        {
            if (left-- == 0)
                break;
            if (line.End <= end)
                from = Math.Max(from, line.End);
        }

        return from;
    }

    // The line without the extras and the size that were named there.
    private static DraftLine Bare(Reader reader, DraftLine line, int from, int end)
    {
        var modifiers = Shares.Before(line.Modifiers, from);
        var size = line.Size;
        for (var at = from; at < end && size >= 0; at++)
        {
            foreach (var named in reader.Lattice.At(at))
            {
                if (named.Kind == SegmentKind.Size && DishSizes.Find(reader, line, named) == line.Size)
                    size = -1;
            }
        }

        return ReferenceEquals(modifiers, line.Modifiers) && size == line.Size ? line : line with { Modifiers = modifiers, Size = size };
    }

    private static bool HasOther(in Hypothesis h, DraftLine whole, DraftModifier shared)
    {
        var left = MostDishes;
        foreach (var line in h.Lines.Each())
        {
            if (left-- == 0)
                break;
            if (!ReferenceEquals(line, whole) && line.Modifiers is { Head.Segment: var last } && ReferenceEquals(last, shared.Segment))
                return true;
        }

        return false;
    }
}
