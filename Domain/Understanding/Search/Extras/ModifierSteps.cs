using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Dishes;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>A modifier is named: for the present line (<see cref="ModifierHere"/>) or for the dish to come.</summary>
internal static class ModifierSteps
{
    // Nobody names more extras than this before the dish they are for.
    private const int MostHeld = 16;

    public static void Take(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.Run >= 0)
        {
            TakeBehindUnknown(reader, h, segment);
            return;
        }

        if (h.Fresh > 0 && reader.KeyAt(segment.Start - 1) == "the" && reader.KeyAt(segment.Start - 2) is "on" or "to" && Shares.NamesLine(reader, h, segment))
            h = h.Gain(-1.5);

        // "She won't touch mushrooms."
        if (reader.RoleAt(segment.Start) == Role.Story && h is { ActionOpen: false, Current: { Item: >= 0, Role: not (Role.Question or Role.Story) } ordered })
        {
            if (Attach.Resolve(reader, ordered.Item, segment) is >= 0 and var disliked && Attach.IsOwn(reader, ordered.Item, disliked) && !ordered.Modifiers.Has(disliked))
                Act(reader, h with { Action = ModifierAction.Remove }, segment);
            else
                reader.Next.Add(h);
            return;
        }

        // "Oat milk? No. One latte."
        if (reader.RoleAt(segment.Start) == Role.Story && h is { ActionOpen: false, Lines: null })
        {
            reader.Next.Add(h);
            return;
        }

        if (Exceptions.OfDish(reader, h, segment) is { } butThat)
        {
            reader.Next.Add(butThat.Gain(1) with { Skip = reader.IsOne(segment.End) ? segment.End : -1 });
            return;
        }

        if (SizedOne.Dressed(reader, h, segment) is { } meant)
            reader.Next.Add(meant);
        if (h.Half && !h.JustSplit)
            h = h.Doubt("half of a dish") with { Half = false };
        if (h.Edit == Edit.Cancel)
            h = h with { Action = ModifierAction.Remove, ActionOpen = true };
        if (NoneOfItsOwn(reader, h, segment) is { } other)
            reader.Next.Add(other);
        else
            TakeExtra(reader, Exchanges.OfWhich(reader, h, segment) ?? h, segment);
    }

    // "Blue cheese", "cajun chicken wrap": an unknown word right before makes it another thing.
    private static void TakeBehindUnknown(Reader reader, in Hypothesis h, Segment segment)
    {
        if (!h.RunIsCompound)
            reader.Next.Add(h with { Last = SegmentKind.Unknown, Score = h.Score - segment.Gain + (h.RunHasFood && !ModifierKinds.IsCarrier(reader, segment) ? -1.5 : 0.6), RunHasFood = true, RunIsCompound = true });

        // "Avocado cheese lettuce": a food of its own, then a modifier.
        if (h.RunHasFood)
            Take(reader, Runs.Close(reader, h, segment.Start), segment);
    }

    // The words take an extra back, say only of what kind one is, or begin a dish that the menu does not have.
    private static Hypothesis? NoneOfItsOwn(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h.Edit == Edit.Cancel && TakeBack(reader, h, segment) is { } taken)
            return taken;
        if (ModifierKinds.OnlySaysKind(reader, h, segment) || ModifierKinds.SaysKindOfNext(reader, h, segment))
            return h.Gain(-segment.Gain);

        // "Margherita, chicken kiev": what follows makes it a dish that is not on the menu.
        if (h is { Gap: Gap.Comma or Gap.Stop, ActionOpen: false, With: false, Action: ModifierAction.Add, Exchange: Exchange.None, Edit: Edit.None } && Runs.GoesOnUnknown(reader, segment.End) && !Runs.SaysKindBehind(reader, h, segment.End))
            return h with { Run = segment.Start, BeforeRun = h.Last, RunHasFood = true, RunIsCompound = true, Slot = Slot.Dish, Last = SegmentKind.Unknown, Score = h.Score - segment.Gain + 0.5 };
        return h.Exchange == Exchange.OutNext && ModifierKinds.IsVague(reader, h, segment) ? Done(h, segment) : null;
    }

    private static void TakeExtra(Reader reader, Hypothesis h, Segment segment)
    {
        Implied(reader, h, segment);
        var (action, gain, mayAlsoRemove) = ActionOf(h);
        var goesOn = !h.ActionOpen && action == ModifierAction.Remove && h.Gap == Gap.And;

        // "No pickle and raita instead of the chutney."
        if (goesOn && reader.Begins(segment.End, Lexicon.Cue.InsteadOf))
            action = ModifierAction.Add;

        // "Two wraps, one without onion and tahini on both."
        else if (goesOn && h is { Current.IsShare: true } && (reader.Begins(segment.End, Lexicon.Cue.Both) || reader.Begins(segment.End, Lexicon.Cue.All)))
            (action, h) = (ModifierAction.Add, h with { Fresh = 0 });
        Act(reader, h.Gain(gain) with { Action = action }, segment);
        if (mayAlsoRemove)
            Act(reader, h.Gain(-0.5) with { Action = ModifierAction.Remove }, segment);
    }

    // "Red curry with duck, rice, actually scrap the duck": as if it had not been said.
    private static Hypothesis? TakeBack(Reader reader, in Hypothesis h, Segment segment)
    {
        const int farthest = 8;
        var left = farthest;
        foreach (var line in h.Lines.Each())
        {
            if (left-- == 0)
                break;
            if (line.Item < 0 || Attach.Resolve(reader, line.Item, segment) is not (>= 0 and var modifier) || !line.Modifiers.Adds(modifier))
                continue;
            if (Attach.IsOwn(reader, line.Item, modifier))
                return null;
            var bare = Attach.Without(line, modifier);
            return Done((h with { Lines = h.Lines.Replace(line, bare) }).Gain(0.3), segment);
        }

        return null;
    }

    private static void Act(Reader reader, Hypothesis h, Segment segment)
    {
        ModifierHere.Put(reader, h, segment);
        Hold(reader, h, segment);
    }

    // "no onions or tomatoes" goes on, "no onions and tomatoes" too; "no onions cheese" does not; after a comma it may.
    private static (ModifierAction Action, double Gain, bool MayAlsoRemove) ActionOf(in Hypothesis h)
    {
        var goesOn = h.Action is ModifierAction.Remove && !h.ActionOpen && h is { Last: SegmentKind.Modifier, Article: false, Count: 0, HeldSize: null };

        // "No tomato, and chilli sauce" may add it; "no tomato, onion, and chilli" does not.
        var mayEnd = h is { Gap: Gap.And, Fresh: 0, Current.Modifiers: { Head.Action: ModifierAction.Remove, Tail: null or { Head.Action: not ModifierAction.Remove } } };
        return (h.ActionOpen, goesOn, mayEnd ? Gap.Comma : h.Gap) switch
        {
            (true, _, _) => (h.Action, 0, false),
            (_, true, Gap.And or Gap.Or) => (ModifierAction.Remove, 0, false),
            (_, true, Gap.Comma) => (ModifierAction.Add, 0, true),
            (_, false, Gap.Or) => (ModifierAction.Add, -1, false),
            _ => (ModifierAction.Add, 0, false),
        };
    }

    // Nobody means them as an extra, though a menu lists them as kinds of its soft drink.
    private static readonly HashSet<string> Drinks = ["coke", "cokes", "cola", "colas", "pepsi", "pepsis", "sprite", "sprites", "fanta", "fantas", "lemonade", "tango", "orangina", "7up"];

    // "a large Sprite": a flavour that only one dish has stands for the dish.
    private static void Implied(Reader reader, Hypothesis h, Segment segment)
    {
        var counted = h.Count > 0 || h.Article || h.HeldSize is not null || h.Current is null || h.ActionOpen || (h.Gap != Gap.None && Drinks.Contains(reader.Tokens[segment.End - 1].Key));
        if ((h.ActionOpen && !OrdersMore(reader, h)) || h.Edit != Edit.None || h.JustSplit || segment.Modifiers is not [var modifier] || reader.Menu.OnlyItemWith[modifier] is not (>= 0 and var item)
            || reader.NamesDish(segment.Start) || (!counted && !(ListsDrink(reader, h, segment) && IsNamedByKind(reader, item, modifier))))
        {
            return;
        }

        if (h.Current is { Item: >= 0 } current && current.Item != item && Attach.Resolve(reader, current.Item, segment) >= 0)
            return;
        if (h.ActionOpen && !IsNamedByKind(reader, item, modifier))
            return;
        if (h.ActionOpen)
            h = h with { ActionOpen = false, With = false, Gap = h.Gap == Gap.None ? Gap.And : h.Gap };
        var dish = segment with { Kind = SegmentKind.Item, Items = [item], IsWholeName = false, Stems = [], Why = "the only dish that comes with it" };
        var line = NewLines.Open(reader, h with { Held = h.Held.Push(new(segment, ModifierAction.Add, 1)) }, dish);
        reader.Next.Add(line.WithCurrent(line.Current! with { Trust = 0.75, IsImplied = true }).Gain(ImpliedCost(reader, h, line.Current!, modifier)));
    }

    // "2 cokes" of a drink that is had with coke is how people order; two cheeses are hardly two burgers.
    private static double ImpliedCost(Reader reader, in Hypothesis h, DraftLine line, int modifier)
    {
        if (h.HeldSize is { } size && DishSizes.Find(reader, line, size) >= 0)
            return -0.8;
        return !IsNamedByKind(reader, line.Item, modifier) ? -1.6 : h.Count > 0 || h.ActionOpen ? -0.6 : -0.9;
    }

    // "Can of pop: cola, orange, lemon": a drink that is had in kinds and with nothing else.
    private static bool IsNamedByKind(Reader reader, int item, int kind)
    {
        if (reader.Menu.Items[item] is not { Kind: "drink" } drink)
            return false;
        foreach (var modifier in drink.Modifiers)
        {
            if (reader.Menu.Modifiers[modifier].Group == reader.Menu.Modifiers[kind].Group && reader.Menu.Modifiers[modifier] is { Names: [{ Spelling: "milk" or "sugar" or "ice" or "cream" or "lemon" or "decaf" }, ..] })
                return false;
        }

        return true;
    }

    // "…, root beer": alone between two commas.
    private static bool ListsDrink(Reader reader, in Hypothesis h, Segment segment) =>
        h is { Gap: Gap.Comma or Gap.Stop or Gap.And, With: false, Action: ModifierAction.Add } && reader.Tokens[segment.Start - 1].Kind is Tokens.TokenKind.Comma or Tokens.TokenKind.Line or Tokens.TokenKind.Stop
        && reader.EndsClause(segment.End) && h.Current is { Item: >= 0 and var dish } && !reader.OffersAny(dish, segment.Modifiers);

    // "A burger + can of coke."
    private static bool OrdersMore(Reader reader, in Hypothesis h) =>
        h is { Action: ModifierAction.Add, ActionAt: >= 0 } && reader.Tokens[h.ActionAt].Key is "plus" or "add" or "&";

    private static void Hold(Reader reader, Hypothesis h, Segment segment)
    {
        var due = h.Current is null || h.Gap != Gap.None || h.Count > 0 || h.Article || h.Held is not null || h.HeldSize is not null;
        var cost = due ? -0.3 : -1.2;
        if (h.ActionOpen && h.Action != ModifierAction.Add)
            cost -= 0.5;
        if (h.With && h.Current is not null)
            cost -= h.Current.IsUnknown && h.Gap == Gap.None ? 2.5 : 1;
        if (h.Held is { Count: MostHeld })
        {
            reader.Next.Add(Done(h with { Missing = h.Missing.Push(new(segment.Start, segment.End)) }, segment).Gain(cost - 2));
            return;
        }

        reader.Next.Add(h with
        {
            Score = h.Score + cost,
            Held = h.Held.Push(new(segment, h.Action, 1)),
            ActionOpen = false,
            Last = SegmentKind.Modifier,
            Slot = Slot.Closed,
            Gap = Gap.None,
        });
    }

    /// <summary>The modifier has found its place; what was said of it is used up.</summary>
    public static Hypothesis Done(Hypothesis h, Segment segment) => h with
    {
        Count = 0,
        CountAt = -1,
        Article = false,
        ActionOpen = false,
        Edit = Edit.None,
        Exchange = h.Exchange == Exchange.OutNext ? Exchange.None : h.Exchange,
        SideOf = false,
        JustSplit = false,
        Last = SegmentKind.Modifier,
        Slot = Slot.Closed,
        Gap = Gap.None,
        Half = false,
        Fresh = h.Fresh + 1,
        Guesses = h.Guesses + (segment.Modifiers.Length > 0 ? 0 : 1),
    };
}
