using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Takes a reading one segment further; a step may lead to several readings, or to none.</summary>
internal static class Steps
{
    // Each kind of step has a method of its own: a method makes room for all readings that any of its branches may make, and this one runs
    // for every segment.
    public static void Take(Reader reader, in Hypothesis hypothesis, Segment segment)
    {
        if (hypothesis.Skip == segment.Start && segment.Kind is SegmentKind.Item or SegmentKind.Modifier or SegmentKind.Unknown or SegmentKind.Size && segment.End == segment.Start + 1)
            reader.Next.Add(hypothesis with { Skip = -1 });
        else if (segment.Kind == SegmentKind.Item)
            ItemSteps.Take(reader, hypothesis.Gain(segment.Gain), segment);
        else if (segment.Kind == SegmentKind.Modifier)
            ModifierSteps.Take(reader, hypothesis.Gain(segment.Gain), segment);
        else if (segment.Kind == SegmentKind.Unknown)
            TakeUnknown(reader, hypothesis, segment);
        else if (hypothesis.Run < 0 || !GoesOn(reader, hypothesis, segment))
            TakeKnown(reader, Runs.Close(reader, hypothesis.Gain(segment.Gain), segment.Start), segment);
    }

    private static void TakeUnknown(Reader reader, in Hypothesis hypothesis, Segment segment)
    {
        if (Owners.Take(reader, hypothesis, segment) is { } owned)
            reader.Next.Add(owned);
        if (KindOfOrder.Take(reader, hypothesis, segment) is { } some)
            reader.Next.Add(some);
        reader.Next.Add(Runs.Extend(reader, hypothesis.Gain(segment.Gain), segment));
    }

    // Words that we know amid those that we do not.
    private static bool GoesOn(Reader reader, in Hypothesis hypothesis, Segment segment)
    {
        if (segment.Kind != SegmentKind.Phrase)
            return false;

        // "Deep fried mars bar": how it is cooked goes on with what is not on the menu.
        if (segment is { Cue: Cue.Descriptor, Value: 1 } && !reader.EndsClause(segment.End))
        {
            reader.Next.Add(hypothesis.Gain(segment.Gain) with { RunHasFood = true, Last = SegmentKind.Unknown });
            return true;
        }

        if (!KindWords.SaysKindOf(reader, hypothesis.Run, segment))
            return false;
        reader.Next.Add(hypothesis.Gain(segment.Gain) with { Run = -1, RunHasFood = false, RunIsCompound = false, Slot = Slot.Dish });
        return true;
    }

    private static void TakeKnown(Reader reader, in Hypothesis moved, Segment segment)
    {
        switch (segment.Kind)
        {
            case SegmentKind.Size:
                SizeSteps.Take(reader, moved, segment);
                break;
            case SegmentKind.Number:
                NumberSteps.Take(reader, moved, segment);
                break;
            case SegmentKind.Times:
                TimesSteps.Take(reader, moved, segment);
                break;
            case SegmentKind.Emoji:
                PictureSteps.Take(reader, moved, segment);
                break;
            case SegmentKind.Break:
                reader.Next.Add(Break(reader, moved, segment));
                break;
            default:
                PhraseSteps.Take(reader, moved, segment);
                break;
        }
    }

    // "…, no, ice cream": it takes nothing off, it takes something back.
    private static bool SaysNo(Reader reader, in Hypothesis h, int at) =>
        h is { ActionOpen: true, Action: ModifierAction.Remove, Lines: not null, Edit: Edit.None } && h.ActionAt == at - 1 && reader.Tokens[at].Kind == TokenKind.Comma
        && reader.Tokens[at - 1].Key is "no" or "nah" or "nope" && at > 1 && (reader.Tokens[at - 2].IsBreak || ItemEdits.NamesAnother(reader, h, at + 1));

    private static bool IsReplaced(Reader reader, int at)
    {
        at -= reader.KeyAt(at - 1) is "the" ? 2 : 1;
        return at > 0 && reader.Tokens[at].Key == "of" && reader.Tokens[at - 1].Key == "instead";
    }

    private static Hypothesis Break(Reader reader, in Hypothesis h, Segment mark)
    {
        var kind = (TokenKind)mark.Value;
        var settled = SettleAt(reader, h, mark, kind);
        if (settled.JustSplit)
            settled = settled.Gain(-0.2) with { JustSplit = false };

        // "Egg fried rice, large": nobody ends a sentence between a size and its dish, nor sets a comma where the size fits the dish before.
        if (settled is { HeldSize: not null, Lines: not null } && (kind != TokenKind.Comma || SizeSteps.Fits(reader, settled)))
            settled = settled.Gain(-0.6);
        settled = settled with
        {
            With = false,
            Article = false,
            Edit = settled.Edit is Edit.Cancel or Edit.Change ? Edit.None : settled.Edit,
        };
        if (kind == TokenKind.Comma)
        {
            return settled with
            {
                Gap = settled.Gap is Gap.Stop ? Gap.Stop : Gap.Comma,
                AskedAt = reader.IsBehindName(mark.End) ? mark.Start : settled.AskedAt,
                Slot = settled.Slot is Slot.Dish or Slot.Part && settled.Last == SegmentKind.Phrase ? settled.Slot : Slot.Weak,
            };
        }

        return settled with
        {
            Gap = Gap.Stop,
            Portions = 1,
            Action = ModifierAction.Add,
            ActionOpen = false,
            Exchange = Exchange.None,
            Reach = Reach.Current,
            SideOf = false,
            Slot = Slot.Weak,
        };
    }

    // What was said and waits for nothing more finds its place.
    private static Hypothesis SettleAt(Reader reader, Hypothesis h, Segment mark, TokenKind kind)
    {
        // "Vegan cheese instead of mozzarella, and olives": one thing was replaced, no list of them.
        if (kind == TokenKind.Comma && h is { Action: ModifierAction.Remove, ActionOpen: false, Last: SegmentKind.Modifier, Current.Modifiers: { Head: var replaced } } && IsReplaced(reader, replaced.Segment.Start))
            h = h with { Action = ModifierAction.Add };
        if (SaysNo(reader, h, mark.Start))
        {
            h = TakenBack.UnknownAt(reader, h, mark.Start - 1) is { } known
                ? known with { ActionOpen = false, Action = ModifierAction.Add, Slot = Slot.Weak }
                : h with { ActionOpen = false, Action = ModifierAction.Add, Edit = Edit.Correct, Slot = Slot.Weak };
        }

        h = CountedSizes.EndWith(h, reader.Tokens[mark.Start]);
        h = Dangling.Settle(reader, LooseCounts.Use(reader, CountedSizes.Keep(reader, h, mark.End)), mark.Start) with { Fresh = 0, Half = false, OnThe = false };
        h = HeadOfList.Begin(h, reader.Tokens[mark.Start]);
        return h is { Held: not null, Lines: not null } || (h is { HeldSize: not null, Lines: not null } && kind is TokenKind.Stop or TokenKind.Line) ? h.Gain(-0.6) : h;
    }
}
