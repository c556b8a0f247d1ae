using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A dish opens a line of its own, with the count, size and modifiers that were waiting for it.</summary>
internal static class NewLines
{
    private const int Dozen = 12;

    public const int MostByNumber = 9;

    public static Hypothesis Open(Reader reader, Hypothesis h, Segment segment)
    {
        var single = segment.Items.Length == 1 ? segment.Items[0] : -1;
        var start = h.CountAt >= 0 && h.Count > 0 ? h.CountAt : segment.Start;
        var line = new DraftLine(single, single < 0 ? segment.Items : [], h.Count > 0 ? h.Count : Math.Max(h.Portions, MealPairs.CountOf(reader, h, segment)), Math.Min(start, segment.Start), segment.End)
        {
            NameStart = segment.Start,
            Role = reader.RoleAt(segment.Start),
            Why = segment.Why,
            Stems = segment.Stems,
            Trust = Trust.Of(segment),
            IsKindShare = single >= 0 && IsKindShare(reader, h, segment, single),
        };

        line = ByPieces(reader, h, line);
        var score = h.Score + Fit(reader, h, segment) + CountedSizes.Fit(h);
        var missing = h.Missing;
        foreach (var held in h.Held.OldestFirst())
        {
            if (NamesDish(reader, held, segment))
                continue;
            if (Attach.To(reader, line, held.Segment, held.Action, held.Quantity) is { } dressed)
            {
                line = dressed;
                score += held.Segment.End != segment.Start ? 0.1 : SaysName(reader, held, single) ? -0.6 : 0.3;
            }
            else
            {
                score -= 2.2;
                missing = missing.Push(new(held.Segment.Start, held.Segment.End));
            }
        }

        if ((h.HeldSize ?? h.SharedSize) is { } size)
        {
            (line, var gain) = DishSizes.Apply(reader, line, size);
            score += gain;
            if (DishSizes.Lacks(reader, line, size))
                missing = missing.Push(new(size.Start, size.End));
        }

        line = HeadOfList.Dress(reader, h.ForAll, line);
        var left = h.SharedSizeLeft - line.Quantity;
        return h with
        {
            Score = score,
            SharedSize = left > 0 ? h.SharedSize : null,
            SharedSizeLeft = Math.Max(0, left),
            Sizes = null,
            Removed = 0,
            Doubts = DoubtOf(reader, h, segment) is { } doubt ? h.Doubts.Push(doubt) : h.Doubts,
            Half = false,
            Lines = CountedSizes.Lines(reader, h, line).Push(line),
            Missing = missing,
            Held = null,
            HeldSize = null,
            Count = 0,
            CountAt = -1,
            Article = false,
            Action = ModifierAction.Add,
            ActionOpen = false,
            With = false,
            SideOf = false,
            Edit = Edit.None,
            Reach = Reach.Current,
            JustSplit = false,
            JustCopied = false,
            Gap = Gap.None,
            Fresh = 0,
            Slot = Slot.Closed,
            Last = SegmentKind.Item,
            Guesses = h.Guesses + (segment.IsWholeName ? 0 : 1),
        };
    }

    // "Six nuggets", where they come by six: one portion of them.
    private static DraftLine ByPieces(Reader reader, in Hypothesis h, DraftLine line)
    {
        if (line.Item < 0 || h.HeldSize is not null)
            return line;
        var sizes = reader.Menu.Items[line.Item].SizeByNumber;
        if (sizes.TryGetValue(h.Count, out var pieces))
            return line with { Quantity = 1, Size = pieces };

        // "Two dozen oysters", where they come by the dozen.
        return h.CountAt >= 0 && reader.Tokens[h.CountAt].Key == "dozens" && sizes.TryGetValue(Dozen, out var dozen)
            ? line with { Quantity = h.Count / Dozen, Size = dozen }
            : line;
    }

    // "A turkey one, the Turkey Club": the word before was no extra of it.
    private static bool NamesDish(Reader reader, Held held, Segment segment) =>
        held.Action == ModifierAction.Add && segment is { IsWholeName: true, Items: [var dish] } && Articles.Definite.Contains(reader.KeyAt(segment.Start - 1))
        && segment.Start > 1 && reader.Tokens[segment.Start - 2].Kind == TokenKind.Comma && reader.Menu.Items[dish].IsNamedBy(held.Segment.Stems);

    // "Mint lemonade", where mint lemonades are had with mint: the word is the dish's own.
    private static bool SaysName(Reader reader, Held held, int item) =>
        held.Action == ModifierAction.Add && item >= 0 && held.Segment.Stems.Length > 0 && reader.Menu.Items[item].IsNamedBy(held.Segment.Stems);

    // Readings that are likelier than any other and still wrong too often to be cooked unseen.
    private static string? DoubtOf(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.Half)
            return "half of a dish";
        if (h is { ActionOpen: true, Action: ModifierAction.Extra } && !CountsExtra(reader, h, segment))
            return "more of a dish, or one more";
        if (h.Count > 2 && segment.Items is [var counted] && reader.Menu.Items[counted].SizeByNumber is { Count: > 0 } sizes && !sizes.ContainsKey(h.Count) && sizes.Keys.Min() <= h.Count)
            return "so many pieces, or so many portions";
        if (h is { Gap: Gap.None, Count: 0, Article: false, Current: { Item: >= 0, Modifiers: null, Trust: < 0.9 } })
            return "two dishes, or one with a word before it";
        if (h is { Count: 0, Article: false, HeldSize: null } && segment.Items is [var again] && h.Lines.Newest(DraftLine.TraitOf(again), again, static (line, item) => line.Item == item) is { Quantity: > 1 })
            return "a dish named again without a count";
        if (segment.IsWholeName || h.Current is not { Item: >= 0 } before)
            return null;
        if (segment.LacksHead && h is { Count: 0, Article: false, Gap: Gap.And, Current.Modifiers: not null })
            return "an extra that the dish does not come with, or a dish of its own";
        if (h.With && (h.Article || segment.LacksHead))
            return "what a dish comes on or with, read as a dish of its own";
        return h.Gap is Gap.Comma && h.Count > 0 && h.Count <= before.Quantity && before.Quantity > 1 && segment.Items is [var item] && ItemKinds.AreSame(reader, item, before.Item)
            ? KindShares.Doubt
            : null;
    }

    private static bool IsKindShare(Reader reader, Hypothesis h, Segment segment, int item) =>
        KindShares.IsListed(reader, h, segment, item) || h is { Gap: Gap.Comma or Gap.And or Gap.None, Current: { Item: >= 0 } before } && (h.Count > 0 || (h.Article && before.IsKindShare)) && (h.Gap != Gap.None || before.IsKindShare || before is { IsShare: true, Modifiers: null } || KindShares.SaysOnlyKind(reader, before))
        && ItemKinds.AreSame(reader, item, before.Item) && !segment.Stems.AsSpan().Contains(reader.Menu.Items[item].Head);

    // "And three extra breads": of the dish, where its name is whole.
    private static bool CountsExtra(Reader reader, in Hypothesis h, Segment segment) =>
        h is { Action: ModifierAction.Extra, Count: > 1, With: false, Gap: Gap.And or Gap.Comma or Gap.Stop } && segment.IsWholeName && h.CountAt >= 0 && h.CountAt + 1 == h.ActionAt
        && reader.Tokens[h.ActionAt].Key is "extra" or "more" or "additional";

    private static bool LacksItsLike(Reader reader, DraftLine line, Segment segment)
    {
        foreach (var other in reader.Lattice.At(segment.Start))
        {
            if (other.Kind == SegmentKind.Modifier && other.End == segment.End && other.Modifiers.Length > 0 && Attach.Resolve(reader, line.Item, other) is >= 0 and var drink)
                return Attach.FirstOfGroup(reader, line, drink) < 0;
        }

        return false;
    }

    private static double Fit(Reader reader, Hypothesis h, Segment segment)
    {
        // "51 12 82": dishes by their numbers, not twelve of one.
        var fit = h.Count > MostByNumber && segment.Stems.Length == 0 && reader.Tokens[segment.Start].Kind == TokenKind.Number ? -1.5 : 0.0;

        if (segment.Stems.Length == 0 && reader.Tokens[segment.Start] is { Kind: TokenKind.Number, Value: var number } && Numbers.MayCount(reader, h, segment, number))
            fit -= 1.2;
        if (h.SideOf || h.Count > 0)
            fit += 0.5;
        else if (h.Article)
            fit += 0.4;
        else if (h.With && h.Current is not null)
            fit -= 0.8;
        if (h.Gap == Gap.None && h.Current is not null && h.Count == 0 && !h.Article && h.Held is null)
            fit -= h.Current is { Trust: < 0.9, Modifiers: null } ? 1.3 : 0.3;
        if (h.ActionOpen && h.Action != ModifierAction.Add)
            fit += CountsExtra(reader, h, segment) ? 1 : -0.8;

        // "Four teas, two with milk, one black", where black is another dish's word.
        if (h is { Count: > 0, Current: { Item: >= 0 } several } && segment is { IsWholeName: false, Items: [var other] } && segment.End == segment.Start + 1 && !ItemKinds.AreSame(reader, other, several.Item) && (several.IsShare || several.Quantity > h.Count) && reader.IsPhrase(segment.Start, Lexicon.Cue.Descriptor, Lexicon.Cue.AsItComes))
            fit -= 2;

        // "Eight samosas: five veg, three lamb", where there are a veg biryani and a lamb curry, too.
        if (h is { Count: > 0, Current: { IsUnknown: false } kinds } && !segment.IsWholeName && KindSizes.Says(reader, kinds, segment))
            fit -= 3;

        // "Four cods, one with lemon, two with peas": two of the cods.
        if (h is { Count: > 0, With: true } && h.CountAt >= 0 && reader.IsPhrase(h.CountAt + 1, Lexicon.Cue.With, Lexicon.Cue.With))
            fit -= 1.5;

        // "Tzatziki on the side", with a plate that it can be had with.
        if (h is { Count: 0, Article: false, SideOf: false, Current: { Item: >= 0 } plate } && reader.Begins(segment.End, Lexicon.Cue.SideAfter) && reader.MayBeWholeExtra(plate.Item, segment))
            fit -= 1.5;

        // "Garlic rice instead of steamed": what a dish is had with.
        if (h is { Count: 0, Article: false, SideOf: false, Current: { Item: >= 0 } swapped } && reader.Begins(segment.End, Lexicon.Cue.InsteadOf) && reader.MayBeWholeExtra(swapped.Item, segment))
            fit -= 3;

        // "The wing combo with a Pepsi", "the box, hot, Pepsi": its drink.
        if (h is { SideOf: false, Count: 0, Current: { Item: >= 0 } combo } && (h.With || h.Gap is Gap.Comma) && reader.Menu.Items[combo.Item].ComesWithDrink && segment.IsWholeName && LacksItsLike(reader, combo, segment))
            fit -= h.Article ? 1.6 : 1.2;

        // "Two creams, two sugars" on a coffee: part of another dish's name, but the whole name of an extra.
        if (!segment.IsWholeName && h is { Article: false, SideOf: false, Current: { Item: >= 0 } dressed } && (h.Gap < Gap.Stop || (h.Count > 1 && reader.Menu.Items[dressed.Item].HoldsMany)) && reader.MayBeWholeExtra(dressed.Item, segment))
            fit -= 1.2;

        // What the present dish offers as a modifier is more likely that, unless it is counted like a dish of its own.
        if (h is { SideOf: false, Count: 0, Article: false } && h.Gap < Gap.Comma && h.Current is { Item: >= 0 } current
            && (reader.OffersAny(current.Item, segment.Modifiers) || (h.With && !segment.IsWholeName && reader.MayBeExtra(current.Item, segment))))
        {
            fit -= 0.6;
        }

        return fit;
    }
}
