using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A size is named: before its dish, behind it, or as a change.</summary>
internal static class SizeSteps
{
    private const double Lost = 2;

    public static void Take(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.ActionOpen && h.Action != ModifierAction.Add)
            h = h.Gain(-0.5) with { ActionOpen = false, Action = ModifierAction.Add };

        if (SizedOne.Of(reader, h, segment) is { } named)
        {
            reader.Next.Add(named);
            return;
        }

        // "Tenders, 5 piece", where one dish of several with tenders comes so.
        if (h is { Count: 0, Article: false, Current: { IsOpen: true, Quantity: 1 } several } && OnlyIn(reader, several, segment) >= 0)
        {
            reader.Next.Add(h.WithCurrent(Apply(reader, several, segment).Line) with { Last = SegmentKind.Size, Gap = Gap.None });
            return;
        }

        var current = h.Current;
        var index = current is null ? -1 : Find(reader, current, segment);
        if (current is not null && h.Reach != Reach.Current)
        {
            var areAllSized = h.Lines.Newest(ulong.MaxValue, (reader, segment), static (line, size) => line is { Size: < 0, Role: not (Role.Question or Role.Story) } && Find(size.reader, line, size.segment) >= 0) is null;
            var lines = h.Lines.Map(line => line.Size >= 0 && !areAllSized ? line : line.IsOpen ? line with { WaitingSize = segment } : Find(reader, line, segment) is >= 0 and var size && size != line.Size ? line with { Size = size } : line);
            if (!ReferenceEquals(lines, h.Lines) && !IsCount(reader, segment))
            {
                reader.Next.Add(h with { Lines = lines, Last = SegmentKind.Size });
                return;
            }
        }

        if ((index < 0 || (current!.Size >= 0 && (h.Article || h.Count > 0))) && Implied(reader, h, segment) is { } implied)
            reader.Next.Add(implied);

        // "Two teas, a small with milk and a large".
        var isOne = h.Article || reader.Tokens[segment.End - 1].Key == "dozen" || (reader.IsForeign && segment.Start > 0 && SharePhrases.OfOne.Contains(reader.Tokens[segment.Start - 1].Key));
        if (index >= 0 && isOne && h is { Count: 0, Gap: Gap.Comma or Gap.And } && !(segment.End < reader.Tokens.Count && reader.NamesDish(segment.End))
            && NumberSteps.Share(h, 1) is { Current: { Size: < 0 } one } split)
        {
            reader.Next.Add(split.WithCurrent(one with { Size = index }).Gain(0.4) with { JustSplit = false, Last = SegmentKind.Size });
        }

        // "A small cola, no, two large colas": the size goes with what it stands before.
        var isNextOnes = h is { Edit: Edit.Correct or Edit.MakeThat, JustCopied: false, JustSplit: false } && (h.Count > 0 || h.Article) && segment.End + 1 < reader.Tokens.Count && reader.NamesDish(reader.Tokens[segment.End].Key == "of" ? segment.End + 1 : segment.End);
        var changes = !isNextOnes && (h.Edit is Edit.MakeThat or Edit.Correct or Edit.Change || h.JustCopied || h.JustSplit || (h.Gap != Gap.None && EndsHere(reader, segment.End) && Closing.IsTakenBack(reader, segment.Start)));

        // "Two pints of bitter and a half for the wife."
        if (index >= 0 && isOne && !changes && h is { Count: 0, JustCopied: false, Gap: Gap.Comma or Gap.And } && current!.Size >= 0 && current.Size != index && EndsHere(reader, segment.End))
        {
            var other = current with { Quantity = 1, Size = index, Modifiers = null, IsShare = false, Start = segment.Start, NameStart = segment.Start, End = segment.End };
            reader.Next.Add(h.Gain(0.3) with { Lines = h.Lines.Push(other), Article = false, Gap = Gap.None, Fresh = 0, Slot = Slot.Closed, Last = SegmentKind.Size, Reach = Reach.Current, Action = ModifierAction.Add, With = false });
        }

        // "Coffee small, large and large."
        if (index >= 0 && !changes && h is { Last: SegmentKind.Size, Count: 0, Article: false, HeldSize: null, Edit: Edit.None, Gap: Gap.Comma or Gap.And, Current: { Size: >= 0, Quantity: 1, IsShare: false } listed }
            && (reader.Tokens[segment.Start - 1].IsBreak || reader.IsPhrase(segment.Start - 1, Lexicon.Cue.And, Lexicon.Cue.And)) && !reader.NamesSize(Math.Max(0, listed.NameStart - 1)) && EndsHere(reader, segment.End))
        {
            reader.Next.Add(h.Gain(0.3) with { Lines = h.Lines.Push(listed with { Quantity = 1, Size = index, Modifiers = null, Start = segment.Start, NameStart = segment.Start, End = segment.End }), Gap = Gap.None, Fresh = 0, Slot = Slot.Closed });
        }

        if (OneEach.Take(reader, h, segment) is { } portion)
            reader.Next.Add(portion with { Last = SegmentKind.Size, JustSplit = false, Slot = Slot.Closed });

        if (h.JustCopied && index < 0 && Remainders.IsPlain(reader, segment))
        {
            reader.Next.Add(h.WithCurrent(current! with { Modifiers = null }) with { JustCopied = false, Last = SegmentKind.Size });
            return;
        }

        // "Three large lattes, one with soy and one regular": as large as the others.
        if (h.JustSplit && current is { Size: >= 0 } && index >= 0 && Remainders.IsPlain(reader, segment))
            reader.Next.Add(Remainders.Plain(h).Gain(0.3) with { Last = SegmentKind.Size });

        if (h.JustSplit && index < 0 && Remainders.IsPlain(reader, segment))
        {
            reader.Next.Add(Remainders.Plain(h) with { Last = SegmentKind.Size });
            return;
        }

        if (Portions(reader, h, current, index, segment) is { } portions)
        {
            reader.Next.Add(h.WithCurrent(portions) with { Last = SegmentKind.Size, Gap = Gap.None });
            return;
        }

        // "A small normal latte", "a 4 pc regular roll".
        if (h is { HeldSize: not null, JustSplit: false, JustCopied: false } && Remainders.IsPlain(reader, segment))
            reader.Next.Add(h.Gain(-0.3));

        if (index >= 0 && (current!.Size < 0 || changes))
        {
            // "Wings (hot), 5 slaws": five slaws, even where wings come by five.
            if (h.Gap != Gap.None && IsCount(reader, segment))
                h = h.Gain(-Lost);

            // "Tea in a pot", "moules as a main".
            var cost = changes ? 0.3 : h is { With: true, ActionOpen: true, Count: 0, Gap: Gap.None } || IsBehindAs(reader, segment.Start) ? 0 : h is { Article: true, Count: 0, Gap: Gap.Comma } && EndsHere(reader, segment.End) ? -0.4 : h.Count > 0 || h.Article ? -1.2 : h.Gap == Gap.None || IsInBrackets(reader, segment) ? 0 : -0.4;
            var counts = changes && h is { Count: > 0, Edit: Edit.MakeThat or Edit.Correct } && EndsHere(reader, segment.End);
            reader.Next.Add(h.WithCurrent(current with { Size = index, Quantity = counts ? h.Count : current.Quantity }) with
            {
                Score = h.Score + cost,
                Count = counts ? 0 : h.Count,
                Edit = Edit.None,
                Last = SegmentKind.Size,
                JustSplit = false,
                Slot = h.Slot == Slot.Dish && h.Count > 0 ? Slot.Dish : h.Slot,
            });
        }

        if (changes && index >= 0)
            return;
        var held = h.Gap == Gap.None && h.Count == 0 && !h.Article && current is not null ? -0.5 : -0.1;

        // "Two slices of the cheese."
        if (h.Count > 0 && segment.End < reader.Tokens.Count && reader.Tokens[segment.End].Key == "of")
            held += 0.4;

        // "6 regular fries": the number would be lost.
        if (h.HeldSize is { } number && SaysNumber(reader, number))
            held -= Lost;
        // "Large cola, medium lemonade": each size has its own drink.
        if (h is { HeldSize: not null, Edit: Edit.None, Held: not null } && h.Gap != Gap.None)
            held -= Lost;
        else if (h.HeldSize is not null || IsInBrackets(reader, segment))
            held -= 0.6;
        reader.Next.Add(h with { HeldSize = segment, Last = SegmentKind.Size, Score = h.Score + held });
    }

    /// <summary>Whether the size that waits for a dish is one that the present dish comes in, and it has none yet.</summary>
    public static bool Fits(Reader reader, in Hypothesis h) =>
        h is { HeldSize: { } size, Count: 0, Article: false, Current: { Item: >= 0, Size: < 0 } bare } && Find(reader, bare, size) >= 0;

    private static bool IsBehindAs(Reader reader, int at) =>
        at > 1 && (reader.Tokens[at - 1].Key == "as" || (reader.Tokens[at - 1].Key is "a" or "the" && reader.Tokens[at - 2].Key == "as"));

    // Nothing is named behind it: it was the last word, or how it is had or for whom follows.
    private static bool EndsHere(Reader reader, int at) =>
        at >= reader.Tokens.Count || reader.Tokens[at].IsBreak || (reader.IsPhrase(at, Lexicon.Cue.With, Lexicon.Cue.Remove) && at + 1 < reader.Tokens.Count && !reader.Tokens[at + 1].IsBreak) || reader.IsPhrase(at, Lexicon.Cue.And, Lexicon.Cue.For) || reader.IsPhrase(at, Lexicon.Cue.Filler, Lexicon.Cue.Correction) || reader.Begins(at, Lexicon.Cue.ForPerson);

    // "Four nigiri (8 pieces each)": four was no size.
    private static DraftLine? Portions(Reader reader, in Hypothesis h, DraftLine? line, int index, Segment segment)
    {
        if (line is not { Item: >= 0, Quantity: 1, Size: >= 0 } || (h.Gap == Gap.And && reader.Tokens[segment.End - 1].Key == "dozen") || index < 0 || index == line.Size || line.Start == line.NameStart || h.Edit != Edit.None || h.JustCopied || h.JustSplit || h.Count > 0 || h.Article)
            return null;
        foreach (var (count, size) in reader.Menu.Items[line.Item].SizeByNumber)
        {
            if (size == line.Size)
                return line with { Quantity = count, Size = index };
        }

        return null;
    }

    private static bool IsCount(Reader reader, Segment segment) =>
        segment.End == segment.Start + 1 && segment.End < reader.Tokens.Count && SaysNumber(reader, segment) && !reader.Tokens[segment.End].IsBreak;

    // A single is a size as well.
    private static bool SaysNumber(Reader reader, Segment size) => reader.IsNumber(size.Start) && reader.Tokens[size.Start].Key != "single";

    // "Chips (large)"
    private static bool IsInBrackets(Reader reader, Segment segment) =>
        segment.Start > 0 && segment.End < reader.Tokens.Count && reader.Tokens[segment.Start - 1].Key == Token.Open && reader.Tokens[segment.End].Key == Token.Close;

    // "A short stack", "two pints": a size by which its dish can be called.
    private static bool SaysThing(Reader reader, in Hypothesis h, Segment segment) =>
        segment.End > segment.Start + 1
        || (h.Count > 1 && reader.Tokens[segment.Start].Key is [.., not 's', 's'] && !(segment.End < reader.Tokens.Count && (reader.Tokens[segment.End].Key == "of" || reader.NamesDish(segment.End))));

    // "a short stack with blueberries": one dish alone comes in it.
    private static Hypothesis? Implied(Reader reader, Hypothesis h, Segment segment)
    {
        var isDue = h.Count > 0 || h.Article || h.Current is null || h.Gap != Gap.None;
        if (!isDue || h.ActionOpen || h.Edit != Edit.None || h.JustSplit || !SaysThing(reader, h, segment) || segment.SizeSpelling < 0 || segment.SizeClass >= 0
            || reader.Tokens[segment.Start].Kind != TokenKind.Word || reader.Menu.OnlyItemInSize[segment.SizeSpelling] is not (>= 0 and var item))
        {
            return null;
        }

        var dish = segment with { Kind = SegmentKind.Item, Items = reader.Menu.Items[item].Alone, IsWholeName = true, Stems = [], Why = "the only dish in this size" };
        var line = NewLines.Open(reader, h with { HeldSize = segment }, dish);
        return line.WithCurrent(line.Current! with { Trust = 0.85 }).Gain(-1);
    }

    /// <summary>The line in that size, and what that says about the reading.</summary>
    public static (DraftLine Line, double Gain) Apply(Reader reader, DraftLine line, Segment size)
    {
        if (line.IsOpen && OnlyIn(reader, line, size) is >= 0 and var only)
            return (Attach.Settle(reader, line with { WaitingSize = size }, reader.Menu.Items[only].Alone), 0.2);
        if (line.Item < 0)
            return (line with { WaitingSize = size }, 0);
        var index = Find(reader, line, size);
        if (index >= 0)
            return (line with { Size = index }, 0.3);

        // "6 burgers" where only nuggets come by six: a number that is no size of this dish counts it.
        if (reader.IsNumber(size.Start))
            return (line, -Lost);
        return (line, reader.Menu.Items[line.Item].Item.Sizes.Count > 0 ? -0.6 : -0.2);
    }

    /// <summary>"An extra large latte", "a venti", where it comes in other sizes: named as missing.</summary>
    public static bool Lacks(Reader reader, DraftLine line, Segment size) =>
        line is { Item: >= 0 and var item } && reader.Menu.Items[item].Item.Sizes.Count > 0 && Find(reader, item, size) < 0 && reader.Tokens[size.Start].Kind == TokenKind.Word && !reader.IsNumber(size.Start) && !Remainders.IsPlain(reader, size);

    // "A quarter duck", where the duck rolls come in no such size.
    private static int OnlyIn(Reader reader, DraftLine line, Segment size)
    {
        var only = -1;
        foreach (var item in line.Candidates)
        {
            if (Find(reader, item, size) < 0)
                continue;
            if (only >= 0)
                return -1;
            only = item;
        }

        return only;
    }

    public static int Find(Reader reader, DraftLine line, Segment size) => line.Item < 0 ? -1 : Find(reader, line.Item, size);

    private static int Find(Reader reader, int dish, Segment size)
    {
        var item = reader.Menu.Items[dish];
        if (item.SizeBySpelling.TryGetValue(size.SizeSpelling, out var index))
            return index;
        return item.SizeByClass.TryGetValue(size.SizeClass, out index) ? index : -1;
    }
}
