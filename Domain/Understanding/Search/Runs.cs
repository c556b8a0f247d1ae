using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Runs of unknown words: whether they were something asked for, and where such a phrase begins and ends.</summary>
internal static class Runs
{
    private static readonly HashSet<string> KindsOfExtras =
        ["bread", "bun", "roll", "cheese", "sauce", "dressing", "syrup", "milk", "crust", "salsa", "topping", "toppings", "flavor", "flavour", "dip", "spread", "seasoning", "shot", "filling"];

    // What speaks against a share that is said to be something nobody knows.
    private const double OfAnother = 4;

    public static Hypothesis Extend(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.Run >= 0)
            return h with { RunHasFood = h.RunHasFood || segment.IsFood, Last = SegmentKind.Unknown };

        // "Vanilla ice cream", where vanilla is a flavour.
        if (h is { Last: SegmentKind.Modifier, Gap: Gap.None, ActionOpen: false } && IsIce(reader, segment))
            return h.Gain(0.4);

        // "white bread", "swiss cheese" where the menu says just "white", "swiss".
        if (h is { Last: SegmentKind.Modifier, Gap: Gap.None } && KindsOfExtras.Contains(reader.Tokens[segment.Start].Key))
            return h.Gain(-0.8 * segment.Gain);

        if (segment.End > segment.Start + 1 && !(h is { Last: SegmentKind.Item, Gap: Gap.None, Current: { IsUnknown: false, Trust: < 0.9 } part } && part.End == segment.Start))
            return ExtendByThing(reader, h, segment);

        if (SaysGroup(reader, h, segment))
            return h.Gain(-0.8 * segment.Gain);

        if (KindWords.SaysCategory(reader, h, segment))
            return h.Gain(-0.8 * segment.Gain);

        // "vegan burger consommé": a food word right behind a dish makes it another dish, and any unknown word behind a part of a name does.
        if (h.Last == SegmentKind.Item && h.Gap == Gap.None && h.Current is { IsUnknown: false } dish && dish.End == segment.Start && (segment.IsFood || IsAnother(reader, dish, segment)) && !KindsOfExtras.Contains(reader.Tokens[segment.Start].Key))
        {
            var other = dish with { Item = -1, Candidates = [], End = segment.End };
            return h.WithCurrent(other) with { Last = SegmentKind.Unknown, Slot = Slot.Closed };
        }

        var isDue = h.Held is { Head.Segment.End: var before } && before == segment.Start && (h.Article || h.Count > 0);
        return h with { Run = segment.Start, BeforeRun = h.Last, RunHasFood = segment.IsFood, Slot = isDue ? Slot.Dish : h.Slot, Last = SegmentKind.Unknown };
    }

    private static bool IsIce(Reader reader, Segment segment) => (segment.End - segment.Start) switch
    {
        1 => reader.Tokens[segment.Start].Key is "gelato" or "icecream" or "sorbet" or "sorbetto" or "helado",
        2 => reader.Tokens[segment.Start].Key == "ice" && reader.Tokens[segment.Start + 1].Key is "cream" or "creme",
        _ => false,
    };

    // "Onion rings": one thing of several words, whatever stands before.
    private static Hypothesis ExtendByThing(Reader reader, in Hypothesis h, Segment segment)
    {
        var isChoice = h.Current is { Item: >= 0 and var item } && (AreExtras(reader, item, segment)
            || (reader.OffersNext(item, segment.Start) && reader.Menu.Items[item].GroupStems.Contains(Stem.Of(reader.Tokens[segment.End - 1].Key))));
        return h with { Run = segment.Start, BeforeRun = h.Last, RunHasFood = true, Last = SegmentKind.Unknown, Score = h.Score - (isChoice ? segment.Gain + 1 : 0) };
    }

    // "Lettuce cheese sour cream" without commas: where the dish is had with each of the words, they are no one thing.
    private static bool AreExtras(Reader reader, int item, Segment segment)
    {
        for (var at = segment.Start; at < segment.End;)
        {
            var end = reader.IsJoining(at) || (at > segment.Start && KindsOfExtras.Contains(reader.Tokens[at].Key)) ? at + 1 : 0;
            foreach (var next in reader.Lattice.At(at))
            {
                if (next.Kind == SegmentKind.Modifier && next.End <= segment.End && next.End > end && Attach.Resolve(reader, item, next) >= 0)
                    end = next.End;
            }

            if (end == 0)
                return false;
            at = end;
        }

        return true;
    }

    /// <summary>Whether a word that nobody knows follows right behind, in the same breath.</summary>
    public static bool GoesOnUnknown(Reader reader, int token)
    {
        if (token >= reader.Tokens.Count || reader.Tokens[token] is not { Kind: TokenKind.Word, Length: > 3 } word || word.Start - reader.Tokens[token - 1].End > 1
            || word.Key.EndsWith("ed", StringComparison.Ordinal))
        {
            return false;
        }

        var here = reader.Lattice.At(token);
        return here.Length == 1 && here[0].Kind == SegmentKind.Unknown;
    }

    /// <summary>"Eggs scrambled", "two poached eggs", where the dish has a choice of eggs.</summary>
    public static bool SaysGroup(Reader reader, in Hypothesis h, Segment segment) =>
        h.Current is { Item: >= 0 } dish && !KindWords.IsKind(reader, segment.Start) && reader.Menu.Items[dish.Item].GroupStems.Contains(Stem.Of(reader.Tokens[segment.Start].Key))
        && (reader.OffersNext(dish.Item, segment.End) || (h is { Last: SegmentKind.Modifier, Gap: Gap.None } && !(h.ActionOpen && h.ActionAt == segment.Start - 1 && reader.EndsClause(segment.End))));

    /// <summary>"Spirulina boost", where the dish has a choice of boosts.</summary>
    public static bool SaysKindBehind(Reader reader, in Hypothesis h, int token) =>
        h.Current is { Item: >= 0 } dish && token < reader.Tokens.Count && reader.Menu.Items[dish.Item].GroupStems.Contains(Stem.Of(reader.Tokens[token].Key));

    private static bool IsAnother(Reader reader, DraftLine dish, Segment segment) =>
        dish is { Item: >= 0, Trust: < 0.9 } && reader.Tokens[segment.Start] is { Length: > 3 } word && word.Start - reader.Tokens[segment.Start - 1].End == 1;

    /// <summary>Ends the run before <paramref name="end"/>: asked for and missing, or just talk.</summary>
    public static Hypothesis Close(Reader reader, Hypothesis h, int end)
    {
        if (h.Run < 0)
            return h;

        var start = h.Run;
        var asked = AskedFor.Is(reader, h, end) && !Asides.IsAside(reader, h, end);
        h = h with { Run = -1, RunHasFood = false, RunIsCompound = false };
        if (asked && end == start + 1 && Dangling.More(reader, h, end) is { } doubled)
            return doubled with { Gap = Gap.None, Slot = Slot.Closed, Last = SegmentKind.Modifier };
        return asked ? Report(reader, h, start, end) : h with { Passed = h.Passed + 1, Slot = Slot.Closed };
    }

    /// <summary>Notes a phrase that the menu does not have: a dish of its own, or something for the present one.</summary>
    public static Hypothesis Report(Reader reader, Hypothesis h, int start, int end)
    {
        if (reader.RoleAt(start) is Role.Question or Role.Story)
            return h with { Count = 0, Article = false, Slot = Slot.Closed };

        var isPart = h.Lines is not null && ((h.Slot == Slot.Part && !BeginsAnother(h)) || IsAmongExtras(reader, h, start, end) || h is { BeforeRun: SegmentKind.Modifier, Gap: Gap.None, Count: 0 });
        return isPart ? ReportPart(reader, h, start, end) : ReportDish(reader, h, start, end);
    }

    private static Hypothesis ReportPart(Reader reader, Hypothesis h, int start, int end)
    {
        // "And one affogato" is one of nothing that was named before.
        if (h is { JustSplit: true, BeforeRun: SegmentKind.Number } && !SaysHow(reader, start, end))
            h = h.Gain(-OfAnother);
        var from = h.ActionOpen && h.Action != ModifierAction.Add && h.ActionAt >= 0 ? h.ActionAt : start;
        return h with
        {
            Missing = h.Current is { Item: < 0 } ? h.Missing : h.Missing.Push(new(from, end)),
            Count = 0,
            Article = false,
            ActionOpen = false,
            Gap = Gap.None,
            Slot = Slot.Closed,
            Last = SegmentKind.Unknown,
        };
    }

    private static Hypothesis ReportDish(Reader reader, Hypothesis h, int start, int end)
    {
        // "…, large obvs": a size of the dish before is none of an unknown word that is no food.
        if (h is { HeldSize: not null, RunHasFood: false, Count: 0, Article: false, Current: { Item: >= 0, Size: < 0 } unsized } && DishSizes.Find(reader, unsized, h.HeldSize) >= 0)
            h = h.Gain(-1);

        // "A burger, single please, and onion rings": the size of the burger.
        if (h.HeldSize is { } behind && HasBreak(reader, behind.End, start))
            h = h.Gain(-1.5);

        // "A tea, no wait, a ginger beer": not both.
        if (h is { Edit: Edit.Correct, Gap: not Gap.And, Current: { Item: >= 0, Role: not (Role.Question or Role.Story) } })
            h = h with { Lines = h.Lines!.Tail, Edit = Edit.None };
        h = WithHeld(h, ref start);
        var line = new DraftLine(-1, [], Math.Max(1, h.Count), start, end) { Role = reader.RoleAt(start), Why = "not on the menu" };
        return h with
        {
            Lines = h.Lines.Push(line),
            Held = null,
            HeldSize = null,
            Count = 0,
            Article = false,
            Gap = Gap.None,
            Slot = Slot.Closed,
            With = false,
            Last = SegmentKind.Unknown,
        };
    }

    private static bool HasBreak(Reader reader, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (reader.Tokens[at].IsBreak)
                return true;
        }

        return false;
    }

    // "Toast, egg, bacon, tomatoes", where bacon cannot be had: one of the extras, if more of them follow.
    private static bool IsAmongExtras(Reader reader, in Hypothesis h, int start, int end) =>
        h is { BeforeRun: SegmentKind.Modifier, Gap: Gap.Comma, Count: 0, Article: false, HeldSize: null, Held: null, Current: { Item: >= 0, Modifiers: not null } dish }
        && end == start + 1 && end + 1 < reader.Tokens.Count && reader.Tokens[end].Kind == TokenKind.Comma && reader.OffersNext(dish.Item, end + 1);

    // "Two bagels, one toasted."
    private static bool SaysHow(Reader reader, int start, int end) => end == start + 1 && reader.Tokens[start].Key.EndsWith("ed", StringComparison.Ordinal);

    // "No pickles, and a lobster roll": an article or a count behind "and" names a dish.
    private static bool BeginsAnother(in Hypothesis h) =>
        (h.Article || h.Count > 0) && h is { Gap: not Gap.None, ActionOpen: false, Exchange: Exchange.None, Edit: Edit.None };

    // "A carnitas chimichanga": what stands right before belongs to its name; "extra guac, chimichanga" lacks both.
    private static Hypothesis WithHeld(Hypothesis h, ref int start)
    {
        for (; h.Held is { Head: var held } others; h = h with { Held = others.Tail })
        {
            if (held.Segment.End == start)
                start = held.Segment.Start;
            else
                h = h with { Score = h.Score - 0.6, Missing = h.Missing.Push(new(held.Segment.Start, held.Segment.End)) };
        }

        return h;
    }
}
