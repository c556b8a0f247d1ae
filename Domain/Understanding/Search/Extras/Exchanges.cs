using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>One extra in place of another: which dish is meant, and what goes where only what comes is said.</summary>
internal static class Exchanges
{
    private const int Farthest = 8;

    /// <summary>"A tuna melt with pickles, a coke. Swap the pickles for onions": the dish that was asked for with what goes out is the present one; null where that is clear already.</summary>
    public static Hypothesis? OfWhich(Reader reader, in Hypothesis h, Segment goesOut)
    {
        if (h is not { ActionOpen: true, Action: ModifierAction.Remove, JustCopied: false, JustSplit: false, Lines.Tail: not null, Current: { } current } || !(h.Exchange == Exchange.OutThenIn || (h.Exchange == Exchange.OutNext && h.Fresh > 0)) || Has(reader, current, goesOut))
            return null;
        var left = Farthest;
        foreach (var line in h.Lines!.Tail.Each())
        {
            if (left-- == 0)
                break;
            if (line is not { Item: >= 0, Quantity: > 0, Role: not (Role.Question or Role.Story) } || !line.Modifiers.Adds(Attach.Resolve(reader, line.Item, goesOut)))
                continue;
            var raised = h.Raise(line);
            return h.Exchange == Exchange.OutThenIn ? raised : Shares.Move(reader, h, current, raised, line);
        }

        return null;
    }

    private static bool Has(Reader reader, DraftLine line, Segment extra) =>
        line.Item < 0 || (Attach.Resolve(reader, line.Item, extra) is >= 0 and var index && (Attach.IsOwn(reader, line.Item, index) || line.Modifiers.Adds(index)));

    /// <summary>"One with oat milk instead", "no sour cream on either, salsa instead": in place of its like, and of what was just left out of several.</summary>
    public static Hypothesis Instead(Reader reader, in Hypothesis h)
    {
        if (h is not { Last: SegmentKind.Modifier, Current: { Item: >= 0, Modifiers: { Head: { Index: >= 0, Action: ModifierAction.Add } comes, Tail: { Head: var before } } } line })
            return h;
        if (before.Action == ModifierAction.Remove)
            return WhereLeftOut(reader, h, before.Segment, comes);
        return ModifierKinds.LikeOf(reader, Attach.Without(line, comes.Index), comes.Segment) is >= 0 and var like ? h.WithCurrent(Attach.Without(line, like)) : h;
    }

    private static Hypothesis WhereLeftOut(Reader reader, in Hypothesis h, Segment goneOut, DraftModifier comes)
    {
        var lines = h.Lines.Map(line => line.Modifiers is { Head: { Action: ModifierAction.Remove, Segment: var gone } } && ReferenceEquals(gone, goneOut)
            ? Attach.To(reader, line, comes.Segment, ModifierAction.Add, comes.Quantity) ?? line
            : line);
        return h with { Lines = lines };
    }
}
