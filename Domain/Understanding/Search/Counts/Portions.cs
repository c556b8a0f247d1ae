using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>How many of a dish where that is said for people or for several dishes at once: "a cola each", "three of each", "the same for both of us".</summary>
internal static class Portions
{
    // Nobody counts for so many dishes at once.
    private const int MostDishes = 12;

    /// <summary>"Two kebabs and a cola each": as many as there are people, where that can be told.</summary>
    public static Hypothesis Each(Reader reader, Hypothesis h)
    {
        var people = h.Lines!.Tail is { } before ? PeopleBefore(reader, before) : 0;
        if (people < 2)
            people = Companions.Named(reader);

        // "We all want a roll, and a cola each": for all of us already.
        if (h is { Portions: > 1, Current: { } said } && said.Quantity == h.Portions)
            return h with { Gap = Gap.Comma };
        return people < 2
            ? h.Doubt("one for each, or one for all")
            : h.WithCurrent(h.Current! with { Quantity = h.Current.Quantity * people }) with { Gap = Gap.Comma };
    }

    /// <summary>"Rice for both of us": two, where nobody said how many; one of it may be shared.</summary>
    public static Hypothesis ForBoth(Reader reader, Hypothesis h, Segment segment)
    {
        var endsHere = reader.EndsClause(segment.End) || reader.IsPhrase(segment.End, Lexicon.Cue.And, Lexicon.Cue.But);
        if (!endsHere || h is not { Gap: Gap.None, Last: SegmentKind.Item or SegmentKind.Size or SegmentKind.Modifier, Current: { Item: >= 0, Quantity: 1, IsShare: false } dish })
            return h;
        return dish.IsCounted || (reader.KeyAt(dish.NameStart - 1) is "a" or "an")
            ? h.Doubt("one for both, or one each")
            : h.WithCurrent(dish with { Quantity = 2 });
    }

    /// <summary>"One each of the samosa, the bhaji and …", "chips and cola, two each".</summary>
    public static Hypothesis SoManyEach(Reader reader, Hypothesis h, Segment segment) =>
        segment.End < reader.Tokens.Count && (reader.Tokens[segment.End].Key is "of" or Tokens.Token.Colon || reader.NamesDish(segment.End))
            ? h with { Portions = h.Count, Count = 0, CountAt = -1, Slot = Slot.Dish }
            : OfEach(reader, h, segment);

    /// <summary>"Chips and cola, three of each": of every dish of the sentence.</summary>
    public static Hypothesis OfEach(Reader reader, Hypothesis h, Segment segment)
    {
        if (OneOfEachOfTwo(reader, h, segment.End) is { } shares)
            return shares;
        if (EachKind.OfCurrent(reader, h, segment.End) is { } each)
            return each;
        if (EachKind.IsNamedAt(reader, segment.End))
            return h with { Portions = Math.Max(1, h.Count), Count = 0, CountAt = -1, Article = false, Slot = Slot.Dish };
        var count = h.Count;
        h = h with { Count = 0, CountAt = -1, Article = false };
        var from = count > 0 ? SentenceOf(reader, h, segment.Start) : int.MaxValue;
        var named = 0;
        foreach (var line in h.Lines.Each())
        {
            if (line.Start < from || ++named > MostDishes)
                break;
            if (line is not { IsUnknown: false, Quantity: 1, Role: not (Role.Question or Role.Story) })
                return h.Doubt("a part of several dishes");
        }

        if (named is < 2 or > MostDishes)
            return h.Doubt("a part of several dishes");
        Chain<DraftLine>? lines = null;
        var rest = h.Lines;
        for (var left = named; left > 0; left--, rest = rest.Tail)
            lines = lines.Push(rest!.Head with { Quantity = count });
        foreach (var line in lines.Each())
            rest = rest.Push(line);
        return h with { Lines = rest, Gap = Gap.None, Slot = Slot.Closed, Last = SegmentKind.Item };
    }

    // "Two wraps and two melts, one of each with cheese": so many of both are had otherwise.
    private static Hypothesis? OneOfEachOfTwo(Reader reader, in Hypothesis h, int at)
    {
        if (h is not { Count: > 0 and var count, Lines: { Head: { Item: >= 0, IsShare: false } second, Tail: { Head: { Item: >= 0, IsShare: false } first } before } } || first.Quantity <= count || second.Quantity <= count || at >= reader.Tokens.Count || reader.Tokens[at].Key is "in" or "on")
            return null;
        if (!reader.IsPhrase(at, Lexicon.Cue.With, Lexicon.Cue.Remove) && !reader.IsPhrase(at, Lexicon.Cue.Extra, Lexicon.Cue.Light) && !reader.OffersNext(second.Item, at))
            return null;
        var rests = before.Tail.Push(first with { Quantity = first.Quantity - count }).Push(second with { Quantity = second.Quantity - count });
        return h.Gain(0.8) with
        {
            Lines = rests.Push(first with { Quantity = count, IsRest = true }).Push(second with { Quantity = count, IsRest = true }),
            Count = 0,
            CountAt = -1,
            Fresh = 0,
            Gap = Gap.None,
            Reach = Reach.Both,
            Slot = Slot.Part,
            Last = SegmentKind.Item,
        };
    }

    /// <summary>"The same for me and Ann: …", where it is a line of its own that names no dish.</summary>
    /// <param name="at">The first of the two.</param>
    public static bool ForTwo(Reader reader, int at) =>
        at + 3 < reader.Tokens.Count && reader.Tokens[at].Kind == Tokens.TokenKind.Word && reader.IsPhrase(at + 1, Lexicon.Cue.And, Lexicon.Cue.And) && reader.Tokens[at + 2].Kind == Tokens.TokenKind.Word
        && (reader.Tokens[at + 3].Kind == Tokens.TokenKind.Comma || (at + 4 < reader.Tokens.Count && reader.Tokens[at + 4].Kind == Tokens.TokenKind.Comma));

    // The sentence that ends here, or the one before where nothing is named in it yet.
    private static int SentenceOf(Reader reader, in Hypothesis h, int end)
    {
        if (h.Current is not { } newest)
            return int.MaxValue;
        var start = Math.Min(end, newest.Start + 1);
        while (start > 0 && reader.Tokens[start - 1].Kind is not (Tokens.TokenKind.Stop or Tokens.TokenKind.Line))
            start--;
        return start;
    }

    // One dish so many times is for as many people; so are as many dishes of one kind.
    private static int PeopleBefore(Reader reader, Chain<DraftLine>? lines)
    {
        var (sum, most, all) = (0, 0, 0);
        DraftLine? first = null;
        var areAlike = true;
        foreach (var line in lines.Each())
        {
            if (line is not { Item: >= 0, Role: not (Role.Question or Role.Story) } || ++all > MostDishes)
                return 0;
            if (line.Quantity == 0)
                continue;
            first ??= line;
            areAlike &= ReferenceEquals(Course(reader, line), Course(reader, first));
            (sum, most) = (sum + line.Quantity, Math.Max(most, line.Quantity));
        }

        return areAlike ? sum : most > 1 && most * Lines(lines) == sum ? most : 0;
    }

    private static int Lines(Chain<DraftLine>? lines)
    {
        var count = 0;
        foreach (var line in lines.Each())
            count += line.Quantity > 0 ? 1 : 0;
        return count;
    }

    private static HashSet<string> Course(Reader reader, DraftLine line) => reader.Menu.Items[line.Item].CategoryStems;
}
