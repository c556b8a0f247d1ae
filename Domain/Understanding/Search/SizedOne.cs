using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>A dish told by its size: "a tub of peas, the small one", "olives on the large".</summary>
internal static class SizedOne
{
    /// <summary>"The small one without ice", where one of the dishes is small; null where none is meant.</summary>
    public static Hypothesis? Of(Reader reader, Hypothesis h, Segment segment)
    {
        const int farthest = 8;
        var isNamed = segment.Start > 0 && reader.Tokens[segment.Start - 1].Key == "the";
        var isOne = segment.End < reader.Tokens.Count && reader.Tokens[segment.End].Key is "one" or "ones";

        // "Olives on the large".
        var isOnThe = isNamed && h.Fresh > 0 && segment.Start > 1 && reader.Tokens[segment.Start - 2].Key is "on" or "in" or "with" && (segment.End >= reader.Tokens.Count || reader.Tokens[segment.End].IsBreak);
        if (!isOne && !isOnThe)
            return null;
        var isBehind = h is { Count: 0, Last: SegmentKind.Item, Current.Quantity: 1 } && (h.Article ? h.Gap is Gap.None or Gap.Comma : h.Gap == Gap.None && EndsBehind(reader, segment.End + 1));
        if (!isNamed && !isBehind && (h is not { Count: 0, Article: false, Gap: Gap.Comma } || segment.Start == 0 || !reader.Tokens[segment.Start - 1].IsBreak))
            return null;

        // "A tub of peas, the small one", "the cobb, a large one".
        if (h.Current is { Item: >= 0, Size: < 0 } plain && SizeSteps.Find(reader, plain, segment) is >= 0 and var index)
            return h.WithCurrent(plain with { Size = index }).Gain(0.6) with { Gap = Gap.None, Slot = Slot.Closed, Last = SegmentKind.Size, Article = false, SkipOne = segment.End };
        if (!isNamed)
            return null;
        var left = farthest;
        foreach (var line in h.Lines.Each())
        {
            if (left-- == 0)
                return null;
            if (line is not { Item: >= 0, Quantity: > 0, Size: >= 0 } || line.Size != SizeSteps.Find(reader, line, segment))
                continue;
            if (h is { Fresh: > 0, Current: { } giver } && segment.Start > 1 && reader.Tokens[segment.Start - 2].Key is "in" or "on" or "for" or "to" or "with")
                return ReferenceEquals(giver, line) ? h : Shares.Move(reader, h, giver, Raised(h, line), line)?.Gain(1);
            return Raised(h, line).Gain(1) with { Reach = Reach.Current, Gap = Gap.None, Fresh = 0, Slot = Slot.Part, Last = SegmentKind.Item, Article = false, SkipOne = isOne ? segment.End : -1 };
        }

        return null;
    }

    private static bool EndsBehind(Reader reader, int at) =>
        at >= reader.Tokens.Count || reader.Tokens[at].IsBreak || reader.IsPhrase(at, Lexicon.Cue.With, Lexicon.Cue.Remove) || reader.IsPhrase(at, Lexicon.Cue.And, Lexicon.Cue.Filler);

    private static Hypothesis Raised(Hypothesis h, DraftLine line) =>
        h with { Lines = h.Lines.Map(other => ReferenceEquals(other, line) ? null : other).Push(line), Article = false, With = false };
}
