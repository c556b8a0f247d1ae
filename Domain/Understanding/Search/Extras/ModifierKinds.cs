using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>Words that say what kind of an extra is meant rather than which: sauce, cheese, dressing.</summary>
internal static class ModifierKinds
{
    /// <summary>"No meat" on a dish that comes with three: a person must see which, and that it was said.</summary>
    public static bool LeavesOut(Reader reader, in Hypothesis h, Segment kind) =>
        h is { ActionOpen: true, Action: ModifierAction.Remove, Edit: Edit.None, Current.Item: >= 0 } && h.ActionAt == kind.Start - 1 && reader.Tokens[kind.Start].Key is "meat" or "meats";

    private static bool IsOfKind(Reader reader, int modifier, int token) =>
        Stem.Of(reader.Tokens[token].Key) is var kind && reader.Menu.Modifiers[modifier].Names[0].Stems is [.., var name] stems
        && (reader.Menu.Words[name] == kind || (stems.Length == 1 && FoodKinds.Covers(kind, reader.Menu.Words[name])));

    /// <summary>"No cheese" on a pizza with mozzarella: the only one of that kind, by its plainest name; -1 when there is none or several.</summary>
    public static int OnlyOfKind(Reader reader, int item, Segment segment)
    {
        var only = -1;
        if (segment.Stems is not [var kind])
            return only;
        foreach (var modifier in reader.Menu.Items[item].Modifiers)
        {
            if (reader.Menu.Modifiers[modifier].Names[0].Stems is not [var name] || !FoodKinds.Covers(reader.Menu.Words[kind], reader.Menu.Words[name]))
                continue;
            if (only >= 0)
                return -1;
            only = modifier;
        }

        return only;
    }

    // "provolone cheese", "ranch dressing" where the menu says just "provolone", "ranch".
    public static bool OnlySaysKind(Reader reader, Hypothesis h, Segment segment) =>
        h is { Last: SegmentKind.Modifier, Gap: Gap.None, ActionOpen: false, Count: 0, Article: false }
        && (segment.Modifiers.Length == 0 ? IsCarrier(reader, segment) : IsKindOfLast(reader, h, segment));

    // "Honey mustard dressing", where plain "dressing" can be had too.
    private static bool IsKindOfLast(Reader reader, in Hypothesis h, Segment segment) =>
        segment.End == segment.Start + 1 && reader.Tokens[segment.Start].Key is "dressing" or "sauce" or "syrup"
        && h.Current is { Modifiers: { Head.Segment: var last } } current && last.End == segment.Start && IsOfTheSameKind(reader, current, segment)
        && !reader.Begins(segment.End, Cue.SideAfter);

    // "sauce ponzu", "queso cheddar": other languages say the kind first.
    public static bool SaysKindOfNext(Reader reader, in Hypothesis h, Segment segment) =>
        reader.IsForeign && segment.Modifiers.Length == 0 && IsCarrier(reader, segment) && h.Current is { Item: >= 0 and var item } && reader.OffersNext(item, segment.End);

    // "Sauce on the side (ranch)": which one, in brackets.
    public static Hypothesis? Specified(Reader reader, in Hypothesis h, DraftLine current, Segment segment)
    {
        const int farthest = 5;
        var open = reader.KeyAt(segment.Start - 1) == "the" ? segment.Start - 2 : segment.Start - 1;
        if (open < 0 || reader.Tokens[open].Key != Token.Open || Attach.Resolve(reader, current.Item, segment) is not (>= 0 and var which))
            return null;
        if (current.Modifiers is { Head: var kind } modifiers && kind.Action != ModifierAction.Add && kind.Segment.End > segment.Start - farthest && kind.Index != which && SaysKind(reader, kind.Segment))
            return h.WithCurrent(current with { Modifiers = Replaced(modifiers.Tail, which).Push(kind with { Index = which, Segment = segment }) }).Gain(0.5) with { Skip = segment.End };

        // "Extra cheese (provolone)", "with cheese (swiss)", but not "no cheese (swiss)".
        if (h.Missing is { Head: var some } && some.End == open && IsOfKind(reader, which, some.End - 1))
        {
            var isExtra = some.End - some.Start > 1 && reader.IsPhrase(some.End - 2, Cue.Extra, Cue.Extra);
            var action = isExtra ? ModifierAction.Extra : ModifierAction.Add;
            if (isExtra || some.End - some.Start == 1 || reader.IsPhrase(some.End - 2, Cue.With, Cue.With))
                return (h.WithCurrent(current with { Modifiers = current.Modifiers.Push(new(which, segment, action, 1)) }) with { Missing = h.Missing.Tail, Skip = segment.End }).Gain(0.5);
        }

        return null;
    }

    /// <summary>"With both salsas", where the dish is had with two.</summary>
    public static Hypothesis? TheTwo(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h.Current is not { Item: >= 0 } dish || reader.Tokens[segment.End - 1].Key is not [.., 's'])
            return null;
        var (first, second) = (-1, -1);
        foreach (var modifier in segment.PartOfModifiers)
        {
            if (!reader.Offers(dish.Item, modifier))
                continue;
            if (second >= 0)
                return null;
            (first, second) = first < 0 ? (modifier, -1) : (first, modifier);
        }

        if (second < 0)
            return null;
        foreach (var modifier in (ReadOnlySpan<int>)[first, second])
            dish = Attach.To(reader, dish, segment with { Modifiers = reader.Menu.Modifiers[modifier].Alone, PartOfModifiers = [] }, h.Action, 1) ?? dish;
        return h.WithCurrent(dish).Gain(0.5);
    }

    private static readonly HashSet<string> Sauces = ["sauce", "dressing", "dip", "syrup", "gravy"];

    private static bool SaysKind(Reader reader, Segment segment) => segment.End == segment.Start + 1 && Sauces.Contains(reader.Tokens[segment.Start].Key);

    private static Chain<DraftModifier>? Replaced(Chain<DraftModifier>? modifiers, int which) => modifiers.Without(which, static (other, which) => other.Index == which);

    public static bool IsCarrier(Reader reader, Segment segment) =>
        segment.Stems is [var only] && Compile.NameWords.IsCarrier(reader.Menu.Words[only]);

    /// <summary>"Dip", where several can be had with it.</summary>
    public static bool HasSeveral(Reader reader, int item, Segment segment)
    {
        var offered = 0;
        foreach (var modifier in segment.PartOfModifiers)
            offered += reader.Offers(item, modifier) ? 1 : 0;
        return offered > 1 && !reader.OffersAny(item, segment.Modifiers);
    }

    // "No sauce" of six says less than which.
    private const int MostOfKind = 3;

    /// <summary>"No beans", where it is had with pinto beans and black beans: with neither; null where none or too many are of the kind.</summary>
    public static DraftLine? WithoutAny(Reader reader, DraftLine line, Segment segment)
    {
        if (line.Item < 0 || segment.Stems is not [var kind])
            return null;
        var left = 0;
        foreach (var modifier in segment.PartOfModifiers)
        {
            if (!reader.Offers(line.Item, modifier) || line.Modifiers.Has(modifier))
                continue;
            if (++left > MostOfKind || reader.Menu.Modifiers[modifier].Names[0].Stems[^1] != kind)
                return null;
            line = line with { Modifiers = line.Modifiers.Push(new(modifier, segment, ModifierAction.Remove, 1)) };
        }

        return left > 1 ? line : null;
    }

    /// <summary>Whether the words name a dish, but what this one is had with as well: "no beans" of a burrito, where beans are a side.</summary>
    public static bool MayBeWithoutAny(Reader reader, DraftLine line, Segment dish)
    {
        foreach (var other in reader.Lattice.At(dish.Start))
        {
            if (other.Kind == SegmentKind.Modifier && other.End == dish.End && WithoutAny(reader, line, other) is not null)
                return true;
        }

        return false;
    }

    // What something is besides all else, whichever group the menu lists it in.
    private static readonly HashSet<string> Besides = ["decaf", "iced", "toasted", "skinny", "crispy", "ice"];

    /// <summary>What the dish has of the kind that is named: -1 when it has nothing or several of it.</summary>
    public static int LikeOf(Reader reader, DraftLine current, Segment segment)
    {
        if (Attach.Resolve(reader, current.Item, segment) is not (>= 0 and var next) || Besides.Contains(reader.Tokens[segment.Start].Key))
            return -1;
        var like = Attach.FirstOfGroup(reader, current, next);
        return like < 0 || like == next || Attach.FirstOfGroup(reader, Attach.Without(current, like), next) >= 0 ? -1 : like;
    }

    public static bool IsOfTheSameKind(Reader reader, DraftLine current, Segment segment) =>
        current.Modifiers is { Head: { Index: >= 0, Action: ModifierAction.Add } last }
        && segment.Modifiers.Length > 0 && reader.Menu.Modifiers[segment.Modifiers[0]].Group == reader.Menu.Modifiers[last.Index].Group;

    /// <summary>"Avocado instead of cheese", where the dish has no cheese of its own to take off.</summary>
    public static bool IsVague(Reader reader, Hypothesis h, Segment segment) =>
        segment is { Modifiers.Length: 0, PartOfModifiers.Length: > 1 } && h.Current is { Item: >= 0 } current
        && Attach.Resolve(reader, current.Item, segment) < 0 && !OffersOwn(reader, current.Item, segment.PartOfModifiers);

    private static bool OffersOwn(Reader reader, int item, int[] modifiers)
    {
        foreach (var modifier in modifiers)
        {
            if (reader.Offers(item, modifier) && Attach.IsOwn(reader, item, modifier))
                return true;
        }

        return false;
    }
}
