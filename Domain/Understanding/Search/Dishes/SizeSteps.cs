using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A size is named: before its dish, behind it, or as a change.</summary>
internal static class SizeSteps
{
    /// <summary>What a number costs that counts nothing.</summary>
    public const double Lost = 2;

    public static void Take(Reader reader, Hypothesis h, Segment segment)
    {
        // "Truffle mayo instead of regular mayo."
        if (h is { Exchange: Exchange.OutNext, Current.Item: >= 0 and var dressed } && Remainders.IsPlain(reader, segment) && reader.OffersNext(dressed, segment.End))
        {
            reader.Next.Add(h);
            return;
        }

        if (h.ActionOpen && h.Action != ModifierAction.Add)
            h = h.Gain(-0.5) with { ActionOpen = false, Action = ModifierAction.Add };
        if ((SizeInstead.Take(reader, h, segment) ?? SizedOne.Of(reader, h, segment) ?? OnlyOneInSize(reader, h, segment)) is { } named)
        {
            reader.Next.Add(named);
            return;
        }

        var current = h.Current;
        var index = current is null ? -1 : DishSizes.Find(reader, current, segment);

        // "A hawaiian and a calzone, mediums please."
        if (h is { Reach: Reach.Current, Count: 0, Article: false, Gap: not Gap.None, Lines.Tail.Head: { Item: >= 0, Size: < 0 } alike } && index >= 0 && current is { Size: < 0, Quantity: 1 } && DishSizes.Find(reader, alike, segment) >= 0 && IsPlural(reader, segment) && EndsHere(reader, segment.End))
            h = h with { Reach = Reach.Row };
        if (current is not null && h.Reach != Reach.Current && SizedAll(reader, h, segment) is var lines && !ReferenceEquals(lines, h.Lines) && !IsCount(reader, segment))
        {
            reader.Next.Add(h with { Lines = lines, Last = SegmentKind.Size });
            return;
        }

        if ((index < 0 || (current!.Size >= 0 && (h.Article || h.Count > 0))) && Implied(reader, h, segment) is { } implied)
            reader.Next.Add(implied);
        var changes = Changes(reader, h, segment);
        if (index >= 0)
            SizedMore.Offer(reader, h, segment, index, changes);
        if (OneEach.Take(reader, h, segment) is { } portion)
            reader.Next.Add(portion with { Last = SegmentKind.Size, JustSplit = false, Slot = Slot.Closed });
        if (Remainders.IsPlain(reader, segment) && TakePlain(reader, h, index))
            return;
        if (Portions(reader, h, current, index, segment) is { } portions)
        {
            reader.Next.Add(h.WithCurrent(portions) with { Last = SegmentKind.Size, Gap = Gap.None });
            return;
        }

        // "A small normal latte", "a 4 pc regular roll".
        if (h is { HeldSize: not null, JustSplit: false, JustCopied: false } && Remainders.IsPlain(reader, segment))
            reader.Next.Add(h.Gain(-0.3));

        // "Wings (hot), 5 slaws": five slaws, even where wings come by five.
        var isHere = index >= 0 && (current!.Size < 0 || changes);
        if (isHere && h.Gap != Gap.None && IsCount(reader, segment))
            h = h.Gain(-Lost);
        if (isHere)
            reader.Next.Add(SetSize(reader, h, segment, index, changes));
        if (index < 0 || !changes)
            reader.Next.Add(h with { HeldSize = segment, Last = SegmentKind.Size, Score = h.Score + FitOfHeld(reader, h, segment) });
    }

    // "Tenders, 5 piece", where one dish of several with tenders comes so.
    private static Hypothesis? OnlyOneInSize(Reader reader, in Hypothesis h, Segment segment) =>
        h is { Count: 0, Article: false, Current: { IsOpen: true, Quantity: 1 } several } && DishSizes.OnlyIn(reader, several, segment) >= 0
            ? h.WithCurrent(DishSizes.Apply(reader, several, segment).Line) with { Last = SegmentKind.Size, Gap = Gap.None }
            : null;

    // Whether the size is said of the present dish anew. "A small cola, no, two large colas": it goes with what it stands before.
    private static bool Changes(Reader reader, in Hypothesis h, Segment segment)
    {
        var isNextOnes = h is { Edit: Edit.Correct or Edit.MakeThat, JustCopied: false, JustSplit: false } && segment.End < reader.Tokens.Count - (h.Count > 0 || h.Article ? 1 : 0) && reader.NamesDish(reader.Tokens[segment.End].Key == "of" ? segment.End + 1 : segment.End);
        return !isNextOnes && (h.Edit is Edit.MakeThat or Edit.Correct or Edit.Change || h.JustCopied || h.JustSplit || (h.Gap != Gap.None && EndsHere(reader, segment.End) && LooseCounts.IsTakenBack(reader, segment.Start)));
    }

    // "One regular": as it comes, and as large as the others. False where it may be something else as well.
    private static bool TakePlain(Reader reader, in Hypothesis h, int index)
    {
        if (h.JustCopied && index < 0)
        {
            reader.Next.Add(h.WithCurrent(h.Current! with { Modifiers = null }) with { JustCopied = false, Last = SegmentKind.Size });
            return true;
        }

        // "Three large lattes, one with soy and one regular": as large as the others.
        if (h is { JustSplit: true, Current.Size: >= 0 } && index >= 0)
            reader.Next.Add(Remainders.Plain(h).Gain(0.3) with { Last = SegmentKind.Size });
        if (!h.JustSplit || index >= 0)
            return false;
        reader.Next.Add(Remainders.Plain(h) with { Last = SegmentKind.Size });
        return true;
    }

    private static Hypothesis SetSize(Reader reader, in Hypothesis h, Segment segment, int index, bool changes)
    {
        var counts = changes && h is { Count: > 0, Edit: Edit.MakeThat or Edit.Correct } && EndsHere(reader, segment.End);

        // "Two cans of cola, no, make that a two litre": one.
        var isOneNow = changes && h is { Article: true, Count: 0, Edit: Edit.MakeThat, Current.IsShare: false } && EndsHere(reader, segment.End);
        return h.WithCurrent(h.Current! with { Size = index, Quantity = counts ? h.Count : isOneNow ? 1 : h.Current.Quantity }) with
        {
            Score = h.Score + FitHere(reader, h, segment, changes),
            Count = counts ? 0 : h.Count,
            Edit = Edit.None,
            Last = SegmentKind.Size,
            JustSplit = false,
            Slot = h.Slot == Slot.Dish && h.Count > 0 ? Slot.Dish : h.Slot,
        };
    }

    // How well the size fits the dish before it.
    private static double FitHere(Reader reader, in Hypothesis h, Segment segment, bool changes)
    {
        if (changes)
            return 0.3;

        // "Tea in a pot", "moules as a main".
        if (h is { With: true, ActionOpen: true, Count: 0, Gap: Gap.None } || IsBehindAs(reader, segment.Start))
            return 0;
        if (h is { Article: true, Count: 0, Gap: Gap.Comma } && EndsHere(reader, segment.End))
            return -0.4;
        if (h.Count > 0 || h.Article)
            return -1.2;
        return h.Gap == Gap.None || reader.IsInBrackets(segment.Start, segment.End) ? 0 : -0.4;
    }

    // How well it fits a dish to come.
    private static double FitOfHeld(Reader reader, in Hypothesis h, Segment segment)
    {
        var fit = h is { Gap: Gap.None, Count: 0, Article: false, Current: not null } ? -0.5 : -0.1;

        // "Two slices of the cheese."
        if (h.Count > 0 && reader.KeyAt(segment.End) == "of")
            fit += 0.4;

        // "6 regular fries": the number would be lost.
        if (h.HeldSize is { } number && SaysNumber(reader, number))
            fit -= Lost;

        // "Large cola, medium lemonade": each size has its own drink.
        if (h is { HeldSize: not null, Edit: Edit.None, Held: not null } && h.Gap != Gap.None)
            return fit - Lost;
        return h.HeldSize is not null || reader.IsInBrackets(segment.Start, segment.End) ? fit - 0.6 : fit;
    }

    // "…, all large": those that have a size of their own keep it, unless all have one.
    private static Chain<DraftLine>? SizedAll(Reader reader, Hypothesis h, Segment segment)
    {
        var targets = Reaching.Targets(reader, h);
        var areAllSized = true;
        foreach (var target in targets)
            areAllSized &= target.Size >= 0 || DishSizes.Find(reader, target, segment) < 0;
        return h.Lines.Map(line => !targets.Contains(line) || (line.Size >= 0 && !areAllSized) ? line : line.IsOpen ? line with { WaitingSize = segment } : DishSizes.Find(reader, line, segment) is >= 0 and var size && size != line.Size ? line with { Size = size } : line);
    }

    /// <summary>Whether the size that waits for a dish is one that the present dish comes in, and it has none yet.</summary>
    public static bool Fits(Reader reader, in Hypothesis h) =>
        h is { HeldSize: { } size, Count: 0, Article: false, Current: { Item: >= 0, Size: < 0 } bare } && DishSizes.Find(reader, bare, size) >= 0;

    private static bool IsBehindAs(Reader reader, int at) =>
        at > 1 && (reader.Tokens[at - 1].Key == "as" || (reader.Tokens[at - 1].Key is "a" or "the" && reader.Tokens[at - 2].Key == "as"));

    /// <summary>Nothing is named behind it: it was the last word, or how it is had or for whom follows.</summary>
    public static bool EndsHere(Reader reader, int at) =>
        reader.EndsClause(at) || (reader.IsPhrase(at, Lexicon.Cue.With, Lexicon.Cue.Remove) && !reader.EndsClause(at + 1)) || reader.IsPhrase(at, Lexicon.Cue.And, Lexicon.Cue.For) || reader.IsPhrase(at, Lexicon.Cue.Filler, Lexicon.Cue.Correction) || reader.Begins(at, Lexicon.Cue.ForPerson);

    // "Four nigiri (8 pieces each)": four was no size.
    private static DraftLine? Portions(Reader reader, in Hypothesis h, DraftLine? line, int index, Segment segment)
    {
        if (line is not { Item: >= 0, Quantity: 1, Size: >= 0 } || (h.Gap == Gap.And && reader.Tokens[segment.End - 1].Key == "dozen") || index < 0 || index == line.Size || !line.IsCounted || h.Edit != Edit.None || h.JustCopied || h.JustSplit || h.Count > 0 || h.Article)
            return null;
        foreach (var (count, size) in reader.Menu.Items[line.Item].SizeByNumber)
        {
            if (size == line.Size)
                return line with { Quantity = count, Size = index };
        }

        return null;
    }

    // "Mediums", "larges".
    private static bool IsPlural(Reader reader, Segment size) =>
        size is { SizeClass: >= 0 } && size.End == size.Start + 1 && reader.Tokens[size.Start].Key is [.., 's'] and { Length: > 4 };

    private static bool IsCount(Reader reader, Segment segment) =>
        segment.End == segment.Start + 1 && segment.End < reader.Tokens.Count && SaysNumber(reader, segment) && !reader.Tokens[segment.End].IsBreak;

    // A single is a size as well.
    private static bool SaysNumber(Reader reader, Segment size) => reader.IsNumber(size.Start) && reader.Tokens[size.Start].Key != "single";

    /// <summary>"A short stack", "two pints": a size by which its dish can be called.</summary>
    public static bool SaysThing(Reader reader, in Hypothesis h, Segment segment) =>
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
}
