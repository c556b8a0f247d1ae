using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A dish of the order is named again to say something about it: "a wrap and chips. Chips with salt please".</summary>
internal static class NamedAgain
{
    /// <summary>Makes that line the present one; null where the words rather order another.</summary>
    public static Hypothesis? Select(Reader reader, Hypothesis h, Segment segment)
    {
        if (h is not { Count: 0, Article: false, HeldSize: null, Held: null, Edit: Edit.None, JustSplit: false, Lines: not null } || h.Gap == Gap.None || (h.ActionOpen && !h.With))
            return null;
        // "1 with sauce" is one of them, even where they are number 1.
        if (segment.Stems.Length == 0 && reader.Tokens[segment.Start].Kind == Tokens.TokenKind.Number)
            return null;
        if (h.Removed > 0 && reader.KeyAt(segment.Start - 1) == "the" && reader.KeyAt(segment.Start - 2) is "just" or "only")
            return ItemEdits.Select(h, segment)?.Gain(1);

        // "… And on the fish ones can you leave off the onion."
        if (reader.IsOne(segment.End) && Places.WordBefore(reader, segment.Start) is > 0 and var on && Places.BeginsClause(reader, on) && ItemEdits.Select(h, segment) is { } meant)
            return meant.Gain(1.5) with { Reach = Reach.Current, With = false, ActionOpen = false, Action = ModifierAction.Add, Fresh = 0, Skip = segment.End };
        if (ItemEdits.Select(h, segment) is not { Current: { Item: >= 0, Role: not (Role.Question or Role.Story) } line } selected || h.AskedAt >= line.End)
            return null;
        var (end, isOne) = (segment.End, reader.KeyAt(segment.Start - 1) == "the" && reader.IsOne(segment.End));
        if (isOne)
            end++;
        var behind = BehindVerb(reader, segment.Start, end);
        return IsReference(reader, h, line, segment.Start) && (IsChanged(reader, line.Item, behind) || IsForWhom(reader, h, segment.Start, behind))
            ? selected.Gain(0.6) with { Reach = Reach.Current, With = false, Action = ModifierAction.Add, Fresh = 0, Skip = isOne ? segment.End : h.Skip }
            : null;
    }

    /// <summary>"One cod, one haddock, curry sauce for the haddock": a dish that goes with one of the order; null where it is none of the order, or an extra is for it.</summary>
    public static Hypothesis? BesideThat(Reader reader, in Hypothesis h, Segment segment) =>
        h is { Count: 0, HeldSize: null, Held: null, Fresh: 0, Edit: Edit.None, Last: SegmentKind.Item or SegmentKind.Size, Current: { Item: >= 0, Role: not (Role.Question or Role.Story) } side }
        && reader.KeyAt(segment.Start - 1) is "the" or "my" && reader.KeyAt(segment.Start - 2) is "for" or "with" && reader.EndsClause(segment.End)
        && ItemEdits.Select(h, segment) is { Current: { Item: >= 0 } line } && line.Item != side.Item
            ? h.Gain(0.5) with { Gap = Gap.None, Slot = Slot.Closed, Action = ModifierAction.Add, ActionOpen = false, With = false, OnThe = false }
            : null;

    /// <summary>"…, the wrap": not what a word before it reaches.</summary>
    public static bool IsBehindBreak(Reader reader, int start)
    {
        var before = reader.KeyAt(start - 1) is "the" or "my" ? start - 1 : start;
        return before == 0 || reader.Tokens[before - 1].IsBreak;
    }

    // Named with a count before and without one now, or in a sentence of its own; lists put each dish on its own line.
    private static bool IsReference(Reader reader, in Hypothesis h, DraftLine line, int start)
    {
        var before = reader.KeyAt(start - 1) is "the" or "my" ? start - 1 : start;
        if (before == 0 || reader.Tokens[before - 1].Kind == Tokens.TokenKind.Line)
            return false;
        if (before == start && line.Modifiers is not null && h.Reach == Reach.Current)
            return false;
        return before < start || h.Gap == Gap.Stop || line.IsCounted || (reader.KeyAt(line.NameStart - 1) is "a" or "an");
    }

    private static readonly HashSet<string> Getting = ["be", "have", "has", "get", "gets", "need", "needs", "come", "comes", "should", "is", "are", "wants", "also", "only", "just", "to", "both"];

    // "The veggie needs no cheese", "can the calzone be on thin crust".
    private static int BehindVerb(Reader reader, int start, int end)
    {
        if (reader.Tokens[Math.Max(0, start - 1)].Key is not ("the" or "my"))
            return end;
        while (Getting.Contains(reader.KeyAt(end)))
            end++;
        return end;
    }

    // "The cola is for my son": said in a sentence of its own, it tells whose it is.
    private static bool IsForWhom(Reader reader, in Hypothesis h, int start, int at) =>
        h.Gap == Gap.Stop && reader.Tokens[start - 1].Key is "the" && (reader.Begins(at, Cue.ForPerson) || reader.IsPhrase(at, Cue.For, Cue.For));

    private static bool IsChanged(Reader reader, int item, int at)
    {
        if (reader.KeyAt(at) == "は")
            at++;
        return reader.IsPhrase(at, Cue.With, Cue.Remove) || reader.IsPhrase(at, Cue.Extra, Cue.Light) || reader.OffersNext(item, at) || reader.NamesSize(at);
    }
}
