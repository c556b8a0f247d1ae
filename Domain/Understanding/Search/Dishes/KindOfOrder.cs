using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>"Three pastrami sandwiches, two colas, one sandwich without onion": the kind alone names the only dish of the order that is one.</summary>
internal static class KindOfOrder
{
    private const int Farthest = 8;

    /// <summary>So many of that dish, of which more is said; null where several dishes are of the kind, or nothing is said of it.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment kind)
    {
        if (h is not { Run: < 0, Count: > 0, HeldSize: null, Held: null, Edit: Edit.None, Gap: not Gap.None } || h.CountAt != kind.Start - 1 || kind.End != kind.Start + 1)
            return null;
        if (!reader.IsPhrase(kind.End, Cue.With, Cue.Remove) && !reader.IsPhrase(kind.End, Cue.Extra, Cue.Light))
            return null;
        var (stem, left) = (Stem.Of(reader.Tokens[kind.Start].Key), Farthest);
        DraftLine? only = null;
        foreach (var line in h.Lines.Each())
        {
            if (line is not { Item: >= 0, Role: not (Role.Question or Role.Story) } || !reader.Menu.Items[line.Item].NameStems.Contains(reader.Menu.Words.ByStem(stem)))
                continue;
            if (only is not null || left-- == 0)
                return null;
            only = line;
        }

        return only is { IsShare: false, Modifiers: null } && only.Quantity > h.Count ? NumberSteps.Share(h.Raise(only), h.Count)?.Gain(1) : null;
    }
}
