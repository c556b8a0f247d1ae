using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A dish told by its size: "a tub of peas, the small one", "olives on the large".</summary>
internal static class SizedOne
{
    private const int Farthest = 8;

    /// <summary>"The small one without ice", where one of the dishes is small; null where none is meant.</summary>
    public static Hypothesis? Of(Reader reader, Hypothesis h, Segment segment)
    {
        var isNamed = segment.Start > 0 && (reader.Tokens[segment.Start - 1].Key == "the" || Getting.Contains(reader.KeyAt(segment.End)));
        var isOne = reader.IsOne(segment.End);

        // "Olives on the large".
        var isOnThe = isNamed && h.Fresh > 0 && Places.WordBefore(reader, segment.Start) >= 0 && reader.EndsClause(segment.End);
        if (!isOne && !isOnThe && !IsSaidMore(reader, segment, isNamed))
            return null;
        var isBehind = h is { Count: 0, Last: SegmentKind.Item, Current.Quantity: 1 } && (h.Article ? h.Gap is Gap.None or Gap.Comma : h.Gap == Gap.None && EndsBehind(reader, segment.End + 1));
        if (!isNamed && !isBehind && (h is not { Count: 0, Article: false, Gap: Gap.Comma } || segment.Start == 0 || !reader.Tokens[segment.Start - 1].IsBreak))
            return null;

        // "A tub of peas, the small one", "the cobb, a large one".
        if (h.Current is { Item: >= 0, Size: < 0 } plain && DishSizes.Find(reader, plain, segment) is >= 0 and var index)
            return h.WithCurrent(plain with { Size = index }).Gain(0.6) with { Gap = Gap.None, Slot = Slot.Closed, Last = SegmentKind.Size, Article = false, Skip = segment.End };
        if (!isNamed)
            return null;
        var left = Farthest;
        foreach (var line in h.Lines.Each())
        {
            if (left-- == 0)
                return null;
            if (line is not { Item: >= 0, Quantity: > 0, Size: >= 0 } || line.Size != DishSizes.Find(reader, line, segment))
                continue;
            return Choose(reader, h, line, segment);
        }

        return null;
    }

    /// <summary>"Ranch with the 12", "BBQ on one of the 8s", where wings come by so many; null where none of the order does.</summary>
    public static Hypothesis? ByNumber(Reader reader, Hypothesis h, Segment number)
    {
        if (number.Start < 2 || reader.Tokens[number.Start - 1].Key != "the" || h.Lines is null)
            return null;
        var isPlural = number.End < reader.Tokens.Count && reader.Tokens[number.End] is { Key: "s" } plural && plural.Start == reader.Tokens[number.Start].End;
        var end = isPlural ? number.End + 1 : number.End;
        var isOn = h.Fresh > 0 && Places.WordBefore(reader, number.Start) >= 0;
        if (!(isOn && (reader.EndsClause(end) || reader.IsPhrase(end, Lexicon.Cue.And, Lexicon.Cue.But))) && !reader.IsPhrase(end, Lexicon.Cue.With, Lexicon.Cue.Remove))
            return null;
        var left = Farthest;
        foreach (var line in h.Lines.Each())
        {
            if (left-- == 0)
                break;
            if (line is { Item: >= 0, Quantity: > 0, Size: >= 0 } && reader.Menu.Items[line.Item].SizeByNumber.TryGetValue(number.Value, out var size) && size == line.Size && Choose(reader, h, line, number) is { } chosen)
                return isPlural ? chosen with { Skip = number.End } : chosen;
        }

        return null;
    }

    /// <summary>"Make the decaf one a large", "sugar in the decaf one": the dish that has it; null where none is meant.</summary>
    public static Hypothesis? Dressed(Reader reader, Hypothesis h, Segment extra)
    {
        // "…: chicken, lamb. Lamb one hot".
        var isHead = extra.Start > 0 && h is { Gap: Gap.Stop, Count: 0 } && reader.Tokens[extra.Start - 1].IsBreak && reader.IsOne(extra.End);
        if (!isHead && (extra.Start < 2 || reader.Tokens[extra.Start - 1].Key != "the" || !(reader.IsOne(extra.End) || IsReference(reader, h, extra))))
            return null;
        return With(reader, h, extra) is { } line ? Choose(reader, h, line, extra) : null;
    }

    /// <summary>The newest line that was asked for with it.</summary>
    public static DraftLine? With(Reader reader, in Hypothesis h, Segment extra)
    {
        var left = Farthest;
        foreach (var line in h.Lines.Each())
        {
            if (left-- == 0)
                break;
            if (line is { Item: >= 0, Quantity: > 0 } && Attach.Resolve(reader, line.Item, extra) is >= 0 and var index && line.Modifiers.Adds(index))
                return line;
        }

        return null;
    }

    // "Sugar in the decaf", "make the decaf a large".
    private static bool IsReference(Reader reader, in Hypothesis h, Segment extra) =>
        h is { Fresh: > 0, Gap: Gap.None } ? Places.WordBefore(reader, extra.Start) >= 0 && reader.EndsClause(extra.End)
            : h.Edit is Edit.MakeThat or Edit.Change && reader.IsPhrase(extra.End, Lexicon.Cue.Article, Lexicon.Cue.Size);

    // "The large with no ice", "the smalls without salt", "large gets no ice".
    private static bool IsSaidMore(Reader reader, Segment size, bool isNamed) =>
        size.End + 1 < reader.Tokens.Count && (Getting.Contains(reader.Tokens[size.End].Key) || (isNamed && (reader.IsPhrase(size.End, Lexicon.Cue.With, Lexicon.Cue.Remove) || reader.IsPhrase(size.End, Lexicon.Cue.Extra, Lexicon.Cue.Light))));

    private static readonly HashSet<string> Getting = ["gets", "get", "has", "have", "needs", "need", "comes", "should"];

    // The present line from now on, with what was just said "on" or "for" it.
    private static Hypothesis? Choose(Reader reader, Hypothesis h, DraftLine line, Segment said)
    {
        if (reader.Tokens[Math.Min(said.End, reader.Tokens.Count - 1)].Key is "one" or "ones")
            h = h with { Skip = said.End };
        var raised = Raised(h, line);

        // "No cheese on one of the large ones", "one of the decaf ones with sugar".
        var isOneOf = h.Count > 0 && h.CountAt == said.Start - 3 && line.Quantity > h.Count && reader.Tokens[said.Start - 2].Key == "of";
        if (isOneOf)
            raised = NumberSteps.Share(raised.WithCurrent(line with { IsShare = false, IsRest = false }), h.Count) ?? raised;
        if (h is { Fresh: > 0, Current: { } giver } && Places.WordBefore(reader, isOneOf ? h.CountAt : said.Start) is > 0 and var on && !Places.BeginsClause(reader, on))
        {
            if (isOneOf && ReferenceEquals(giver, line))
                return Shares.OnSome(h with { Count = 0, CountAt = -1 }, line, h.Count).Gain(1);
            return ReferenceEquals(giver, line) ? h with { Fresh = 0 } : Shares.Move(reader, h, giver, raised with { JustSplit = false }, raised.Current!)?.Gain(1);
        }

        if (isOneOf)
            return raised.Gain(1);
        return raised.Gain(1) with { Reach = Reach.Current, Gap = Gap.None, Fresh = 0, Slot = Slot.Part, Last = SegmentKind.Item, Article = false };
    }

    private static bool EndsBehind(Reader reader, int at) =>
        reader.EndsClause(at) || reader.IsPhrase(at, Lexicon.Cue.With, Lexicon.Cue.Remove) || reader.IsPhrase(at, Lexicon.Cue.And, Lexicon.Cue.Filler);

    private static Hypothesis Raised(Hypothesis h, DraftLine line) => h.Raise(line) with { Article = false, With = false };
}
