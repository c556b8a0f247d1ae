using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>"All toasted: a tuna melt, a BLT": said once before the list, meant for every dish that can be had so.</summary>
internal static class HeadOfList
{
    // Nobody says more of all dishes before the first.
    private const int Longest = 8;

    /// <summary>Whether a list may follow what is said of all here: nothing is named yet, and a colon or a new line comes soon.</summary>
    public static bool MayBegin(Reader reader, in Hypothesis h, int at)
    {
        if (h is not { Lines: null, Edit: Edit.None })
            return false;
        for (var end = Math.Min(at + Longest, reader.Tokens.Count - 1); at < end; at++)
        {
            if (EndsHead(reader.Tokens[at]))
                return true;
        }

        return false;
    }

    private static bool EndsHead(Token mark) => mark.Key == Token.Colon || mark.Kind is TokenKind.Stop or TokenKind.Line;

    /// <summary>What was said of all before anything was named is kept for what follows the colon or the line.</summary>
    public static Hypothesis Begin(in Hypothesis h, Token mark)
    {
        if (h is not { Lines: null, Reach: Reach.All } || (h.Held is null && h.HeldSize is null) || !EndsHead(mark))
            return h;
        var all = h.Held;
        if (h.HeldSize is { } size)
            all = all.Push(new(size, ModifierAction.Add, 1));
        return h with { ForAll = all, Held = null, HeldSize = null, Reach = Reach.Current };
    }

    /// <summary>The dish with what all of the list have; its own size and extras come first.</summary>
    public static DraftLine Dress(Reader reader, Chain<Held>? all, DraftLine line)
    {
        foreach (var said in all.OldestFirst())
        {
            if (said.Segment.Kind != SegmentKind.Size)
                line = Attach.To(reader, line, said.Segment, said.Action, said.Quantity) ?? line;
            else if (line.Size < 0)
                line = DishSizes.Apply(reader, line, said.Segment).Line;
        }

        return line;
    }
}
