using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>"No", "without", "extra" with nothing behind it: it was said of what stands before, or of something that has no name here.</summary>
internal static class Dangling
{
    /// <param name="at">The token at which the clause ends.</param>
    public static Hypothesis Settle(Reader reader, Hypothesis h, int at)
    {
        if (!h.ActionOpen || h.Current is not { Item: >= 0 })
            return h;
        return h.Action switch
        {
            ModifierAction.Remove => WithoutTheSame(h),
            ModifierAction.Extra or ModifierAction.Light => OfTheLast(reader, h) ?? OfNothing(reader, h, at),
            _ => h,
        };
    }

    // "One mocha with cream, one mocha without."
    private static Hypothesis WithoutTheSame(Hypothesis h)
    {
        if (h is not { Current: { Modifiers: null } bare, Lines.Tail.Head: { Modifiers: { } said } before }
            || before.Item != bare.Item || said.Head.Action is not (ModifierAction.Add or ModifierAction.Extra))
        {
            return h;
        }

        var without = bare with { Modifiers = bare.Modifiers.Push(said.Head with { Action = ModifierAction.Remove, Quantity = 1 }) };
        return h.WithCurrent(without) with { ActionOpen = false, JustSplit = false };
    }

    // "Soy sauce extra."
    private static Hypothesis? OfTheLast(Reader reader, Hypothesis h)
    {
        if (Reaching.NewestDressed(h) is not { Modifiers: { Head: { Action: ModifierAction.Add } last } modifiers } line || last.Segment.End != h.ActionAt)
            return null;
        var stronger = line with { Modifiers = new(last with { Action = h.Action }, modifiers.Tail) };
        return h with { Lines = h.Lines.Map(other => ReferenceEquals(other, line) ? stronger : other), ActionOpen = false };
    }

    // "Extra hot", "extra meat", where the menu has no such thing.
    private static Hypothesis OfNothing(Reader reader, Hypothesis h, int at) =>
        at - 1 > h.ActionAt && reader.IsPhrase(at - 1, Cue.Generic, Cue.Descriptor)
            ? h with { Missing = h.Missing.Push(new(h.ActionAt, at)), ActionOpen = false }
            : h;
}
