using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>Words behind what they are about: "cheese on the side", "jam on neither".</summary>
internal static class AfterWords
{
    // "cheese on the side", チーズ抜き: the action stands behind what it is about.
    public static Hypothesis Apply(Reader reader, Hypothesis h, ModifierAction action)
    {
        if (h.Held is { } held && (h.Last == SegmentKind.Modifier || h.Current is null))
            return h with { Held = held.Tail.Push(held.Head with { Action = action }) };
        // "Sriracha and hoisin on the side": both, where nothing else was named with them.
        if (action == ModifierAction.Side && h is { Last: SegmentKind.Modifier, Fresh: 2, Current: { Modifiers: { Head: { Action: ModifierAction.Add } newest, Tail: { Head: { Action: ModifierAction.Add } before, Tail: var others } } } dressed }
            && before.Segment.End + 1 == newest.Segment.Start && newest.Index >= 0 && before.Index >= 0 && (!IsPoured(reader, newest.Index) || IsPoured(reader, before.Index)) && reader.Menu.Modifiers[newest.Index].Group == reader.Menu.Modifiers[before.Index].Group)
        {
            return h.WithCurrent(dressed with { Modifiers = others.Push(before with { Action = action }).Push(newest with { Action = action }) });
        }

        return h.Last == SegmentKind.Modifier && Reaching.NewestDressed(h) is { Modifiers.Head.Segment: var said }
            ? h with { Lines = h.Lines.Map(line => line.Modifiers is { Head: var newest } others && ReferenceEquals(newest.Segment, said) ? line with { Modifiers = others.Tail.Push(newest with { Action = action }) } : line) }
            : h;
    }

    private static readonly HashSet<string> Poured = ["dressing", "sauce", "vinaigrette", "gravy", "mayo", "dip", "syrup", "ketchup", "mustard", "relish", "ranch", "vinegar", "salsa", "oil", "chutney", "raita", "cream", "butter", "jam", "hollandaise"];

    // "With avocado and dressing on the side": only the dressing.
    private static bool IsPoured(Reader reader, int extra) => Poured.Contains(reader.Menu.Words[reader.Menu.Modifiers[extra].Names[0].Stems[^1]]);

    /// <summary>"Ice in one, none in the other."</summary>
    public static Hypothesis NoneOfTheRest(Reader reader, Hypothesis h) =>
        h is { Current: { IsRest: true, Item: >= 0 } rest, Lines.Tail.Head: { IsShare: true, Modifiers.Head: { } said } } && Attach.To(reader, rest, said.Segment, ModifierAction.Remove, 1) is { } without
            ? h.WithCurrent(without).Gain(0.5) with { Last = Lattice.SegmentKind.Modifier, Slot = Slot.Closed }
            : h.Doubt("which one is the other one is not clear");

    // "Avocado on both, jam on neither."
    public static Hypothesis Neither(Reader reader, Hypothesis h)
    {
        var without = Apply(reader, h, ModifierAction.Remove);
        return Reaching.Spread(reader, without, Reach.Both) ?? without;
    }
}
