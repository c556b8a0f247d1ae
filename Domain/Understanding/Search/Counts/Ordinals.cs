using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>Dishes told by their place: "first one no onion, second one extra pickles", "first: no onion", "mayo on the first, ketchup on the second".</summary>
internal static class Ordinals
{
    private const int MostDishes = 8;
    private static readonly string[] Places = ["first", "second", "third", "fourth"];
    private static readonly string[] Figures = ["1st", "2nd", "3rd", "4th"];

    /// <summary>Null where no place is told, or nothing stands there.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment segment)
    {
        if (PlaceIn(reader, segment) is not (>= 0 and var place) || h.Current is not { Item: >= 0 } current)
            return null;
        if (segment.Cue is Cue.OnOne or Cue.OnTheOther)
            return h is { Fresh: > 0, Lines.Tail: not null } && current is { Quantity: 1, IsShare: false, IsRest: false } ? ToThe(reader, h, current, place) : null;
        if (!Begins(reader, segment) || NumberSteps.Share(h, 1) is not { } one || (place == 0) == current.IsShare)
            return null;
        var next = IsOne(reader, segment.End) ? segment.End + 1 : segment.End;
        if (LikeWhich(reader, next) is { } like && OneAt(one, like) is { } twin)
            return one.WithCurrent(one.Current! with { Modifiers = twin.Modifiers }).Gain(1) with { JustSplit = false, JustCopied = true, Skip = IsOne(reader, segment.End) ? segment.End : -1 };
        return one.Gain(0.6) with { Skip = IsOne(reader, segment.End) ? segment.End : -1 };
    }

    // "Third one like the second": the place of the one that is meant.
    private static int? LikeWhich(Reader reader, int at)
    {
        if (reader.KeyAt(at) is "is")
            at++;
        if (reader.KeyAt(at) is "the")
            at++;
        if (reader.KeyAt(at) is "same")
            at++;
        if (at + 2 >= reader.Tokens.Count || reader.Tokens[at].Key is not ("like" or "as") || reader.Tokens[at + 1].Key is not "the")
            return null;
        for (var place = 0; place < Places.Length; place++)
        {
            if (reader.Tokens[at + 2].Key == Places[place] || reader.Tokens[at + 2].Key == Figures[place])
                return place;
        }

        return null;
    }

    // The one that was told at this place: those before the newest, without what is left of them.
    private static DraftLine? OneAt(in Hypothesis h, int place)
    {
        var (left, dish) = (MostDishes, h.Current!.Item);
        var told = new List<DraftLine>(MostDishes);
        for (var lines = h.Lines!.Tail?.Tail; lines is not null && left-- > 0 && lines.Head.Item == dish; lines = lines.Tail)
            told.Add(lines.Head);
        return place < told.Count ? told[told.Count - 1 - place] : null;
    }

    // What the present dish just got is for the first of them, or for the second.
    private static Hypothesis? ToThe(Reader reader, in Hypothesis h, DraftLine giver, int place)
    {
        var left = MostDishes;
        foreach (var line in h.Lines.Each())
        {
            if (left-- == 0)
                return null;
            if (line is not { Item: >= 0, Quantity: 1 } || Before(h, line) != place)
                continue;
            if (ReferenceEquals(line, giver))
                return h.Gain(0.3);
            var (picked, others) = (line, h.Lines.Without(line, ReferenceEquals));
            return Shares.Move(reader, h, giver, h with { Lines = others.Push(picked), Fresh = 0 }, picked)?.Gain(0.5);
        }

        return null;
    }

    // How many dishes were named before this one.
    private static int Before(in Hypothesis h, DraftLine line)
    {
        var (count, left) = (0, MostDishes);
        foreach (var other in h.Lines.Each())
        {
            if (left-- == 0)
                break;
            count += other.Start < line.Start ? 1 : 0;
        }

        return count;
    }

    private static int PlaceIn(Reader reader, Segment segment)
    {
        for (var at = segment.Start; at < segment.End; at++)
        {
            for (var place = 0; place < Places.Length; place++)
            {
                if (reader.Tokens[at].Key == Places[place] || reader.Tokens[at].Key == Figures[place])
                    return place;
            }
        }

        return -1;
    }

    private static bool Begins(Reader reader, Segment segment) =>
        segment.Start > 0 && (reader.Tokens[segment.Start - 1].IsBreak || reader.Tokens[segment.Start - 1].Key is "the" or "and")
        && (IsOne(reader, segment.End) || LikeWhich(reader, segment.End) is not null || reader.KeyAt(segment.End) == Token.Colon || segment.End > segment.Start + 1 || reader.IsPhrase(segment.End, Cue.With, Cue.Remove));

    private static bool IsOne(Reader reader, int at) => reader.KeyAt(at) == "one";
}
