using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A dish is named: a new line, more words for the present one, or the object of an edit.</summary>
internal static class ItemSteps
{
    public static void Take(Reader reader, Hypothesis h, Segment segment)
    {
        segment = OtherKindBefore.Narrow(reader, segment);
        if (ItemEdits.ShouldBe(reader, h, segment) is { } other)
        {
            reader.Next.Add(other);
            return;
        }

        if (h.Run >= 0)
        {
            TakeBehindUnknown(reader, h, segment);
            return;
        }

        if ((Halves.Take(reader, h, segment) ?? OtherKindBefore.Take(reader, h, segment) ?? Brackets.Take(reader, h, segment)) is { } part)
        {
            reader.Next.Add(part);
            return;
        }

        if (ItemKinds.OfTheSameKind(reader, h, segment) is { } kind)
        {
            segment = kind;
            h = h with { Skip = reader.IsOne(kind.End) ? kind.End : -1 };
        }

        var category = ItemKinds.AsCategory(reader, h, segment);
        segment = category ?? segment;
        if (category is null && KindWords.SaysKindOfNext(reader, segment))
            reader.Next.Add(h);
        else if (OfWhatWasNamed(reader, h, segment) is { } known)
            reader.Next.Add(known);
        else
            TakeDish(reader, Anew(reader, h with { OnThe = false }, segment), segment);
    }

    // What only says more of what was named before, or what is to come.
    private static Hypothesis? OfWhatWasNamed(Reader reader, in Hypothesis h, Segment segment) =>
        EachKind.Named(reader, h, segment)
        ?? (IsHeading(reader, h, segment) ? h : Shares.Move(reader, h, segment))
        ?? NamedAgain.BesideThat(reader, h, segment)
        ?? Apposition.Take(reader, h with { OnThe = false }, segment)
        ?? SizedAnother(reader, h with { OnThe = false }, segment);

    // "two teas with milk and another tea with sugar": named again, it does not take the milk along.
    private static Hypothesis Anew(Reader reader, in Hypothesis h, Segment segment) =>
        h is { JustCopied: true, Last: SegmentKind.Item or SegmentKind.Number, Gap: Gap.None, Lines.Tail: { } before } && reader.Tokens[(h.Count > 0 ? h.CountAt : segment.Start) - 1].Key == "another"
            ? h with { Lines = before, JustCopied = false, Count = Math.Max(1, h.Count), CountAt = segment.Start - 1 }
            : h;

    // "… and another large tea": large, and nothing else of the first.
    private static Hypothesis? SizedAnother(Reader reader, in Hypothesis h, Segment segment) =>
        h is { JustCopied: true, Last: SegmentKind.Size, Gap: Gap.None, Count: 0, Current: { Item: >= 0 and var copied } copy } && segment.Items.AsSpan().Contains(copied) && reader.KeyAt(segment.Start - 2) == "another"
            ? h.WithCurrent(copy with { Modifiers = null, NameStart = segment.Start, End = segment.End }).Gain(0.5) with { JustCopied = false, Last = SegmentKind.Item, Slot = Slot.Closed }
            : null;

    private static void TakeDish(Reader reader, Hypothesis h, Segment segment)
    {
        var single = segment.Items.Length == 1 ? segment.Items[0] : -1;

        // "Three pizzas: margherita, funghi, hawaiian."
        if (h is { Count: 0, Gap: not Gap.None } && ItemKinds.Choose(reader, h with { Count = 1, CountAt = segment.Start }, segment) is { } listed)
            reader.Next.Add(listed);
        if (Continues(reader, h, segment) is { } continued)
        {
            reader.Next.Add(continued);
            return;
        }

        // "Corned beef hash, eggs poached", where there are egg dishes too.
        // "Egg and cheese, plain bagel", where a plain one can be had, too.
        if ((!segment.IsWholeName || h is { Last: SegmentKind.Modifier, Gap: Gap.None }) && h is { Count: 0, Article: false } && Runs.SaysGroup(reader, h, segment))
        {
            reader.Next.Add(h.Gain(-0.8 * segment.Gain));
            h = h.Gain(-1);
        }

        if (OfItsKind(reader, h, segment, single) is { } other)
        {
            reader.Next.Add(other);
            return;
        }

        if (KindWords.OnlySays(reader, h, segment))
            reader.Next.Add(h with { Last = SegmentKind.Item, Score = h.Score - (KindWords.SaysOtherCategory(reader, h.Current!.Item, segment.Start) ? 1.5 : 0) });

        if (ItemChanges.TryTake(reader, h, segment, single))
            return;
        if (NamedAgain.Select(reader, h, segment) is { } again)
            reader.Next.Add(again);

        // "Taco salad with chicken", which it is not had with: hardly a chicken taco as well.
        if (h is { With: true, Count: 0, Article: false, SideOf: false, Edit: Edit.None, Current: { Item: >= 0 and var dish } } && segment.LacksHead && !reader.MayBeExtra(dish, segment))
        {
            reader.Next.Add(Runs.Report(reader, h with { Slot = Slot.Part }, segment.Start, segment.End).Gain(-segment.Gain - 0.3));
            h = h.Gain(-0.6);
        }

        reader.Next.Add(NewLines.Open(reader, h, segment));
    }

    // A word for what the present dish is, another dish by both names, or one of a kind that was named.
    private static Hypothesis? OfItsKind(Reader reader, in Hypothesis h, Segment segment, int single)
    {
        if (KindWords.SaysCategory(reader, h, segment))
            return h with { Last = SegmentKind.Item };
        if (IsOther(reader, h, segment, single) is { } other)
            return other;
        if (h.Count > 0 && ItemKinds.IsHeading(reader, h, segment))
            return NewLines.Open(reader, h with { Lines = h.Lines!.Tail, HeldSize = h.HeldSize ?? h.Current!.WaitingSize }, segment with { Items = [.. segment.Items.Intersect(h.Current!.Candidates)] });
        if (h.Count > 0 && ItemKinds.Choose(reader, h, segment) is { } chosen)
            return chosen;
        return !segment.IsWholeName && h.Current is { } bare && NamedWith.By(reader, h, bare, segment) is { } with
            ? h.WithCurrent(with).Gain(-0.2) with { Last = SegmentKind.Item, With = false, ActionOpen = false, Slot = Slot.Closed, Gap = Gap.None }
            : null;
    }

    // "Coffee order for the office:", "pizza night": what it is about.
    private static bool IsHeading(Reader reader, in Hypothesis h, Segment segment) =>
        h is { Count: 0, Article: false } && segment.End == segment.Start + 1 && segment.End < reader.Tokens.Count
        && (Occasions.Contains(reader.Tokens[segment.End].Key) || (HeadsList(reader, h, segment.End) && !KindSizes.NamesAt(reader, segment.Items, segment.End + 2)));

    // "Burgers: 2 veggie, 1 chicken", but "burger: 2".
    private static bool HeadsList(Reader reader, in Hypothesis h, int at) =>
        h.Gap is Gap.Stop or Gap.Comma && reader.Tokens[at].Key == Token.Colon && at + 2 < reader.Tokens.Count && reader.IsNumber(at + 1) && reader.NamesDish(at + 2);

    private static readonly HashSet<string> Occasions = ["order", "orders", "run", "round", "night", "break", "time", "list", "party", "lover", "lovers", "fan", "fans"];

    // "spicy salmon roll" where only the tuna roll is spicy; "coffee cake" of two dishes' words: something else is meant.
    private static Hypothesis? IsOther(Reader reader, Hypothesis h, Segment segment, int item)
    {
        if (item >= 0 && !segment.IsWholeName && h.HeldSize?.End != segment.Start && h.Held?.Head.Segment.End != segment.Start && reader.TellsDishesApart(segment.Start - 1, item))
            return Runs.Report(reader, h with { Slot = Slot.Dish }, segment.Start - 1, segment.End).Gain(-0.5);
        if (h is not { Last: SegmentKind.Item, Gap: Gap.None, Count: 0, Article: false, Current: { Item: >= 0 } current } || (current.Trust >= 0.9 && !IsHeadOfAnother(current, segment))
            || current.End != segment.Start || segment.Items.AsSpan().Contains(current.Item) || (segment.IsWholeName && !SaysHow(reader, segment.Start - 1)))
        {
            return null;
        }

        return h.WithCurrent(current with { Item = -1, Candidates = [], End = segment.End }) with { Slot = Slot.Closed, Last = SegmentKind.Unknown };
    }

    // "Taro balls", where there are taro tea and octopus balls.
    private static bool IsHeadOfAnother(DraftLine before, Segment segment) => !segment.IsWholeName && segment is { LacksHead: false } && segment.End == segment.Start + 1 && before.End == before.NameStart + 1;

    // "Chicken quesadilla", "iced latte": the word before says of what or how.
    private static bool SaysHow(Reader reader, int token) =>
        reader.IsPhrase(token, Cue.Food, Cue.Descriptor) || reader.Tokens[token].Key.EndsWith("ed", StringComparison.Ordinal);

    // "burger … the grilled one", "pepperoni thin crust pizza": more words of the dish that is being named.
    private static Hypothesis? Continues(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.Current is not { } current || h.Count > 0 || h.Reach != Reach.Current || h.Edit != Edit.None || (h.Article && current is { IsOpen: true, Quantity: > 1 }) || h is { Article: true, Gap: Gap.And })
            return null;

        if (current.IsOpen)
        {
            var both = Both(current.Candidates, segment.Items);
            if (both.Length == 0 || (both.Length == current.Candidates.Length && h.Gap != Gap.None))
                return null;
            var settled = Attach.Settle(reader, current with { End = segment.End, Stems = [.. current.Stems, .. segment.Stems] }, both);
            if (h.HeldSize is { } size)
                settled = DishSizes.Apply(reader, settled, size).Line;
            return h.WithCurrent(settled) with { Last = SegmentKind.Item, HeldSize = null, Gap = Gap.None, Slot = Slot.Closed, Article = false, Score = h.Score - 0.2 };
        }

        var adds = segment.Items.Contains(current.Item) && h.Gap == Gap.None && !h.Article && current.Stems.Length > 0
            && !segment.Stems.AsSpan().ContainsAny(current.Stems);
        return adds
            ? h.WithCurrent(current with { End = segment.End, Stems = [.. current.Stems, .. segment.Stems], Trust = Math.Max(current.Trust, 0.9) }) with
            {
                Last = SegmentKind.Item,
                Slot = Slot.Closed,
                JustSplit = false,
                // "Two with milk and one black": by another of its names.
                Score = h.Score + (h.JustSplit ? 1 : 0),
            }
            : null;
    }

    private static int[] Both(int[] candidates, int[] items)
    {
        var both = new List<int>(0);
        foreach (var item in candidates)
        {
            if (items.AsSpan().Contains(item))
                both.Add(item);
        }

        return [.. both];
    }

    // "pork burger", "diet coke", "caffe latte": an unknown word right before a dish.
    private static void TakeBehindUnknown(Reader reader, Hypothesis h, Segment segment)
    {
        var start = h.Run;
        var free = h with { Run = -1, RunHasFood = false, RunIsCompound = false };
        if (segment is { IsWholeName: true, Items.Length: 1 } && start + 1 == segment.Start && KindWords.IsKind(reader, start))
        {
            Take(reader, free with { Score = h.Score - 0.2 }, segment);
            return;
        }

        if (h.RunHasFood || segment.Items.Length > 1 || !segment.IsWholeName || OtherKindBefore.IsBefore(reader, segment))
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
