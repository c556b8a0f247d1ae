using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>A number is named: how many of what comes, how many of what came, or a share of it.</summary>
internal static class NumberSteps
{
    private static readonly HashSet<string> Helpings =
        ["pump", "pumps", "shot", "shots", "scoop", "scoops", "spoon", "spoons", "spoonful", "dash", "splash", "slice", "slices", "sachet", "sachets", "drizzle", "dollop"];

    public static void Take(Reader reader, Hypothesis h, Segment segment)
    {
        // "A brisket and two, no, three lemonades": the number before was wrong, the brisket was not.
        if (h.Skip != segment.Start && Corrects(reader, segment.Start) && reader.NamesDish(segment.End))
            h = h.Gain(0.5) with { Count = 0, CountAt = -1, ActionOpen = false, Action = ModifierAction.Add, Edit = Edit.None, Slot = Slot.Dish };
        if (Settled(reader, h, segment) is { } settled)
        {
            reader.Next.Add(settled);
            return;
        }

        if (Shares.OnSo(reader, h, segment) is { } onSome)
            reader.Next.Add(onSome);
        if (Another.Sized(reader, h, segment) is { } sized)
            reader.Next.Add(sized.Gain(0.5));
        h = LooseCounts.Use(reader, CountedSizes.Keep(reader, h, segment.Start));
        TakeShareOrCount(reader, h, segment);
        TakeBehind(reader, h, segment);
    }

    // What the number says where it can say nothing else.
    private static Hypothesis? Settled(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h.Skip == segment.Start)
            return h with { Skip = -1 };

        // "Samosa 2, bhaji 1, naan 3": a list that counts behind each dish.
        if (h is { Gap: Gap.None, Count: 0, Last: SegmentKind.Item or SegmentKind.Size or SegmentKind.Modifier, Current: { Item: >= 0, Quantity: 1 } uncounted } && !reader.Menu.Items[uncounted.Item].SizeByNumber.ContainsKey(segment.Value) && TrailingCounts.Are(reader, segment.Start))
            return h.WithCurrent(uncounted with { Quantity = segment.Value }).Gain(0.3) with { Last = SegmentKind.Number, Gap = Gap.Comma };

        // "A sashimi platter for two, with extra wasabi."
        if (h is { Gap: Gap.None, Count: 0, Last: SegmentKind.Item, Current: { Item: >= 0 and var shared } platter } && platter.End + 1 == segment.Start && reader.Tokens[platter.End].Key == "for" && IsCountedBefore(reader, platter)
            && reader.Menu.Items[shared].SizeSaying(segment.Value) < 0 && (reader.EndsClause(segment.End) || reader.IsPhrase(segment.End, Cue.With, Cue.Remove)))
        {
            return h with { Slot = Slot.Weak };
        }

        if (SizedOne.ByNumber(reader, h, segment) is { } named)
            return named;

        // "Another two teas."
        if (h is { Count: 1, CountAt: >= 0 } && h.CountAt + 1 == segment.Start && reader.Tokens[h.CountAt].Key == "another")
            return h with { Count = segment.Value };
        return Exceptions.OfCount(reader, h, segment)?.Gain(0.6);
    }

    // So many of what was named before, or of what comes.
    private static void TakeShareOrCount(Reader reader, in Hypothesis h, Segment segment)
    {
        // "two bowls with corn and one with guac" are three; "two bowls with corn, one with guac too" may be two.
        var isDressed = reader.IsPhrase(segment.End, Cue.With, Cue.Remove) && !reader.NamesDish(segment.End);
        var isOther = IsOther(reader, h, segment, isDressed);
        var isOfExtra = IsOfExtra(reader, h, segment) || CountedExtras.AreScoops(reader, h, segment);
        var isName = IsName(reader, h, segment, isDressed);

        // "One pump of hazelnut" measures an extra.
        var isHelping = Helpings.Contains(reader.KeyAt(segment.End));
        var taken = isOther || isHelping || isOfExtra || isName ? null : Share(h, segment.Value)?.Gain(h.Gap == Gap.None ? -0.3 : -0.4);
        if (!isName && !isOfExtra)
            taken ??= Another.Of(reader, h, segment)?.Gain(isOther ? -0.5 : -0.2);

        // "One with …" counts what was named before, hardly the thing that comes.
        reader.Next.Add(h with
        {
            Score = taken is not null && isDressed ? h.Score - 0.5 : h.Score,
            Count = segment.Value,
            CountAt = segment.Start,
            Article = false,
            Reach = Reach.Current,
            Slot = h.Slot is Slot.Part ? Slot.Part : Slot.Dish,
            Last = SegmentKind.Number,
        });
        if (taken is { } split)
            reader.Next.Add(split);
    }

    // One more rather than one of those before.
    private static bool IsOther(Reader reader, in Hypothesis h, Segment segment, bool isDressed) =>
        (h.Current is { IsListed: true, Item: var listed } && (isDressed || reader.OffersNext(listed, segment.End)))
        || (isDressed && h is { Gap: Gap.And, Reach: Reach.Current, Current: { Modifiers: not null, IsShare: false } })
        || Another.IsWithoutTheirs(reader, h, segment.End) || Another.IsInOtherSize(reader, h, segment.End) || reader.Tokens[segment.Start].Key == "another"
        || Another.IsOfAnotherKind(reader, h, segment.End);

    private static bool IsOfExtra(Reader reader, in Hypothesis h, Segment segment) =>
        h.Current is { Item: >= 0 } sweetened && (sweetened is { Quantity: 1, IsShare: false } || h is { Gap: Gap.And or Gap.None, Last: SegmentKind.Modifier, Fresh: > 0 }) && CountedExtras.Follow(reader, sweetened, segment);

    // "12, 51": dishes by their numbers on the menu.
    private static bool IsName(Reader reader, in Hypothesis h, Segment segment, bool isDressed) =>
        (!isDressed || segment.Value > NewLines.MostByNumber) && reader.Tokens[segment.Start].Kind == TokenKind.Number && reader.Menu.ItemByNumber.ContainsKey(segment.Value)
        && !(h.Current is { Item: >= 0 and var dish } && (reader.OffersNext(dish, segment.End) || reader.NamesSize(segment.End)));

    // So many of what stands right before.
    private static void TakeBehind(Reader reader, in Hypothesis h, Segment segment)
    {
        if (CountsVessels(reader, h, segment))
        {
            reader.Next.Add(h.WithCurrent(h.Current! with { Quantity = segment.Value }).Gain(0.8) with { Skip = segment.End, Last = SegmentKind.Number, Gap = Gap.Comma });
            return;
        }

        if (CountsHeading(reader, h, segment))
            reader.Next.Add(h.WithCurrent(h.Current! with { Quantity = segment.Value, IsListed = true }).Gain(0.3) with { JustSplit = true, Slot = Slot.Part, Gap = Gap.None, Last = SegmentKind.Number, Fresh = 0 });
        if (!IsBehind(reader, h, segment))
            return;
        reader.Next.Add(h is { Current.Modifiers: { Head: { Action: ModifierAction.Add } extra } extras } && extra.Segment.End == segment.Start && reader.Tokens[extra.Segment.Start - 1].IsBreak
            ? h.WithCurrent(h.Current! with { Modifiers = extras.Tail.Push(extra with { Quantity = segment.Value }) }).Gain(0.3) with { Last = SegmentKind.Number }
            : h.WithCurrent(h.Current! with { Quantity = segment.Value }) with { Last = SegmentKind.Number });
    }

    private static readonly HashSet<string> Vessels = ["tub", "tubs", "portion", "portions", "serving", "servings", "bottle", "bottles", "can", "cans", "glass", "glasses", "cup", "cups", "bowl", "bowls", "pot", "pots", "order", "orders", "plate", "plates", "tin", "tins", "bag", "bags", "carton", "cartons"];

    // "Slaw, 2 tubs": how many of it, said behind; a size that the menu calls so is a size.
    private static bool CountsVessels(Reader reader, in Hypothesis h, Segment number) =>
        h is { Count: 0, ActionOpen: false, Gap: Gap.None or Gap.Comma, Last: SegmentKind.Item or SegmentKind.Size or SegmentKind.Modifier, Current: { Item: >= 0 and var dish, Quantity: 1, IsCounted: false, IsShare: false } line }
        && Vessels.Contains(reader.KeyAt(number.End)) && reader.EndsClause(number.End + 1) && !reader.NamesSize(number.End) && !reader.OffersNext(dish, number.End)
        && reader.KeyAt(line.NameStart - 1) is not ("a" or "an");

    // "Two, no wait, three": a number, words that take it back, and nothing else between.
    private static bool Corrects(Reader reader, int number)
    {
        var (at, taken) = (number - 1, false);
        while (at > 0 && (reader.Tokens[at].Kind == TokenKind.Comma || Refusals.TakingBack.Contains(reader.Tokens[at].Key)))
            taken |= reader.Tokens[at--].Kind == TokenKind.Word;
        return taken && at >= 0 && reader.IsNumber(at) && (at == 0 || !reader.NamesDish(at - 1) || reader.Tokens[at + 1].Kind == TokenKind.Comma);
    }

    private static bool IsCountedBefore(Reader reader, DraftLine dish) =>
        dish.IsCounted || (dish.NameStart > 0 && Articles.OfOne.Contains(reader.Tokens[dish.NameStart - 1].Key));

    // "Lattes: two small, one large", "iced teas - two with lemon, three without".
    private static bool CountsHeading(Reader reader, in Hypothesis h, Segment number) =>
        h is { Last: SegmentKind.Item, Current: { Item: >= 0, Quantity: 1, Size: < 0, Modifiers: null } current } && !current.IsCounted && current.End == number.Start - 1
        && reader.Tokens[number.Start - 1].IsBreak && (current.NameStart == 0 || (reader.Tokens[current.NameStart - 1].Key is not ("a" or "an") && !reader.IsNumber(current.NameStart - 1)))
        && (reader.NamesSize(number.End) || (reader.OffersNext(current.Item, number.End) && (reader.Tokens[number.Start - 1].Key == Token.Colon || CountsTwo(reader, current.Item, number.End))) || reader.IsPhrase(number.End, Cue.With, Cue.Remove));

    // "Ramune - 2 melon, 1 lychee": two kinds, both counted.
    private static bool CountsTwo(Reader reader, int dish, int at)
    {
        foreach (var kind in reader.Lattice.At(at))
        {
            if (kind.Kind != SegmentKind.Modifier || Attach.Resolve(reader, dish, kind) is not (>= 0 and var extra) || CountedExtras.Has(reader, extra))
                continue;
            var next = kind.End < reader.Tokens.Count && (reader.Tokens[kind.End].Kind == TokenKind.Comma || reader.IsPhrase(kind.End, Cue.And, Cue.And)) ? kind.End + 1 : kind.End;
            if (reader.IsNumber(next) && reader.OffersNext(dish, next + 1))
                return true;
        }

        return false;
    }

    // ラーメンを二つ, ビール3杯: Japanese counts stand behind the dish.
    private static bool IsBehind(Reader reader, Hypothesis h, Segment segment) =>
        h is { Gap: Gap.None, Last: SegmentKind.Item or SegmentKind.Modifier or SegmentKind.Size, Current: { IsUnknown: false, Role: not (Role.Question or Role.Story) } }
        && (reader.Tokens[segment.Start].Key[0] > '\u3000' || (reader.KeyAt(segment.End) is [> '\u3000', ..]));

    /// <summary>"four coffees, one of them black": that many taken from the newest line into a line of their own.</summary>
    public static Hypothesis? Share(Hypothesis h, int count)
    {
        if (h.Current is not { IsUnknown: false } current || count < 1)
            return null;

        var baseChain = current.IsShare ? h.Lines!.Tail : h.Lines;
        if (baseChain is not { Head: var whole } || whole.Quantity < count || (!current.IsShare && whole.Quantity == count) || whole.Quantity < 1)
            return null;
        if (current.IsShare && whole.Item != current.Item)
            return null;

        var share = whole with { Quantity = count, IsShare = true };
        var rest = whole with { Quantity = whole.Quantity - count };
        var tail = baseChain.Tail;
        if (current.IsShare)
            tail = tail.Push(current with { IsShare = false });
        return h with
        {
            Lines = tail.Push(rest).Push(share),
            Count = 0,
            CountAt = -1,
            Article = false,
            JustSplit = true,
            Reach = Reach.Current,
            Action = ModifierAction.Add,
            ActionOpen = false,
            Slot = Slot.Part,
            Last = SegmentKind.Number,
            Gap = Gap.None,
        };
    }
}
