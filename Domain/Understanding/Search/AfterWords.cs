using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Words behind what they are about: "cheese on the side", "jam on neither".</summary>
internal static class AfterWords
{
    // "cheese on the side", チーズ抜き: the action stands behind what it is about.
    public static Hypothesis Apply(Hypothesis h, ModifierAction action)
    {
        if (h.Held is { } held && (h.Last == SegmentKind.Modifier || h.Current is null))
            return h with { Held = new(held.Head with { Action = action }, held.Tail) };
        return h.Last == SegmentKind.Modifier && Reaching.NewestDressed(h) is { Modifiers: { } modifiers } line
            ? h with { Lines = h.Lines.Map(other => ReferenceEquals(other, line) ? line with { Modifiers = new(modifiers.Head with { Action = action }, modifiers.Tail) } : other) }
            : h;
    }

    // "Avocado on both, jam on neither."
    public static Hypothesis Neither(Reader reader, Hypothesis h)
    {
        var without = Apply(h, ModifierAction.Remove);
        return Reaching.Spread(reader, without, Reach.Both) ?? without;
    }
}
