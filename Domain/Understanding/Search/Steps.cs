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
    public static void Take(Reader reader, Hypothesis hypothesis, Segment segment)
    {
        if (hypothesis.Skip == segment.Start && segment.Kind is SegmentKind.Item or SegmentKind.Modifier or SegmentKind.Unknown && segment.End == segment.Start + 1)
        {
            reader.Next.Add(hypothesis with { Skip = -1 });
            return;
        }

        var moved = hypothesis.Gain(segment.Gain);
        switch (segment.Kind)
        {
            case SegmentKind.Item:
                ItemSteps.Take(reader, moved, segment);
                break;
            case SegmentKind.Modifier:
                ModifierSteps.Take(reader, moved, segment);
                break;
            case SegmentKind.Size:
                SizeSteps.Take(reader, Runs.Close(reader, moved, segment.Start), segment);
                break;
            case SegmentKind.Number:
                NumberSteps.Take(reader, Runs.Close(reader, moved, segment.Start), segment);
                break;
            case SegmentKind.Times:
                NumberSteps.TakeTimes(reader, Runs.Close(reader, moved, segment.Start), segment);
                break;
            case SegmentKind.Emoji:
                PictureSteps.Take(reader, Runs.Close(reader, moved, segment.Start), segment);
                break;
            case SegmentKind.Break:
                reader.Next.Add(Break(reader, Runs.Close(reader, moved, segment.Start), segment));
                break;
            case SegmentKind.Unknown:
                if (Owners.Take(reader, hypothesis, segment) is { } owned)
                    reader.Next.Add(owned);
                reader.Next.Add(Runs.Extend(reader, moved, segment));
                break;
            case SegmentKind.Phrase when hypothesis.Run >= 0 && segment is { Cue: Cue.Descriptor, Value: 1 } && segment.End < reader.Tokens.Count && !reader.Tokens[segment.End].IsBreak:
                // "Deep fried mars bar": how it is cooked goes on with what is not on the menu.
                reader.Next.Add(moved with { RunHasFood = true, Last = SegmentKind.Unknown });
                break;
            case SegmentKind.Phrase when hypothesis.Run >= 0 && KindWords.SaysKindOf(reader, hypothesis.Run, segment):
                reader.Next.Add(moved with { Run = -1, RunHasFood = false, RunIsCompound = false, Slot = Slot.Dish });
                break;
            default:
                PhraseSteps.Take(reader, Runs.Close(reader, moved, segment.Start), segment);
                break;
        }
    }

    // "…, no, ice cream": it takes nothing off, it takes something back.
    private static bool SaysNo(Reader reader, in Hypothesis h, int at) =>
        h is { ActionOpen: true, Action: ModifierAction.Remove, Lines: not null, Edit: Edit.None } && h.ActionAt == at - 1 && reader.Tokens[at].Kind == TokenKind.Comma
        && reader.Tokens[at - 1].Key is "no" or "nah" or "nope" && at > 1 && reader.Tokens[at - 2].IsBreak;

    private static bool IsReplaced(Reader reader, int at)
    {
        at -= at > 0 && reader.Tokens[at - 1].Key is "the" ? 2 : 1;
        return at > 0 && reader.Tokens[at].Key == "of" && reader.Tokens[at - 1].Key == "instead";
    }

    private static Hypothesis Break(Reader reader, Hypothesis h, Segment mark)
    {
        var kind = (TokenKind)mark.Value;
        // "Vegan cheese instead of mozzarella, and olives": one thing was replaced, no list of them.
        if (kind == TokenKind.Comma && h is { Action: ModifierAction.Remove, ActionOpen: false, Last: SegmentKind.Modifier, Current.Modifiers: { Head: var replaced } } && IsReplaced(reader, replaced.Segment.Start))
            h = h with { Action = ModifierAction.Add };
        if (SaysNo(reader, h, mark.Start))
            h = h with { ActionOpen = false, Action = ModifierAction.Add, Edit = Edit.Correct, Slot = Slot.Weak };
        h = CountedSizes.EndWith(h, reader.Tokens[mark.Start]);
        h = Dangling.Settle(reader, Closing.UseCount(reader, CountedSizes.Keep(reader, h, mark.End)), mark.Start) with { Fresh = 0, Half = false, OnThe = false };
        h = HeadOfList.Begin(h, reader.Tokens[mark.Start]);
        if (h is { Held: not null, Lines: not null } || (h is { HeldSize: not null, Lines: not null } && kind is TokenKind.Stop or TokenKind.Line))
            h = h.Gain(-0.6);
        if (h.JustSplit)
            h = h.Gain(-0.2) with { JustSplit = false };

        // "Egg fried rice, large": nobody ends a sentence between a size and its dish, nor sets a comma where the size fits the dish before.
        if (h is { HeldSize: not null, Lines: not null } && (kind != TokenKind.Comma || SizeSteps.Fits(reader, h)))
            h = h.Gain(-0.6);
        if (kind == TokenKind.Comma)
        {
            return h with
            {
                Gap = h.Gap is Gap.Stop ? Gap.Stop : Gap.Comma,
                AskedAt = reader.IsBehindName(mark.End) ? mark.Start : h.AskedAt,
                Edit = h.Edit is Edit.Cancel or Edit.Change ? Edit.None : h.Edit,
                With = false,
                Article = false,
                Slot = h.Slot is Slot.Dish or Slot.Part && h.Last == SegmentKind.Phrase ? h.Slot : Slot.Weak,
            };
        }

        return h with
        {
            Gap = Gap.Stop,
            Portions = 1,
            With = false,
            Article = false,
            Action = ModifierAction.Add,
            ActionOpen = false,
            Exchange = Exchange.None,
            Reach = Reach.Current,
            SideOf = false,
            Slot = Slot.Weak,
            Edit = h.Edit is Edit.Cancel or Edit.Change ? Edit.None : h.Edit,
        };
    }
}
