using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>What is left over at the end of a sentence or of the message finds its place.</summary>
internal static class Closing
{
    public static Hypothesis Finish(Reader reader, Hypothesis h)
    {
        h = KindShares.Settle(reader, Dangling.Settle(reader, LooseCounts.Use(reader, Runs.Close(reader, h, reader.Tokens.Count)), reader.Tokens.Count));
        foreach (var held in h.Held.OldestFirst())
            h = Place(reader, h, held);
        if (h is { HeldSize: { } unused, Current: { } last } && DishSizes.Lacks(reader, last, unused))
            h = h with { Missing = h.Missing.Push(new(unused.Start, unused.End)) };
        if (h is { HeldSize: not null, Lines: not null } or { SharedSizeLeft: > 0, Lines: not null })
            h = h.Doubt("a size without its dish");
        if (h.Edit == Edit.Correct && TakenBack.IsLast(reader))
            h = h.Doubt("something is taken back, and nothing said instead");
        var open = 0;
        var lists = 0.0;
        foreach (var line in h.Lines.Each())
        {
            open += line.IsOpen ? 1 : 0;
            lists += OneEach.Balance(line);
        }

        return h with { Held = null, Score = h.Score - (h.HeldSize is null && h.SharedSizeLeft == 0 ? 0 : 0.9) - (h.JustSplit ? 2 : 0) - (h.Sizes is null ? 0 : 3) - 1.2 * open + lists };
    }

    private static Hypothesis Place(Reader reader, Hypothesis h, Held held)
    {
        if (h.Current is { } current && Attach.To(reader, current, held.Segment, held.Action, held.Quantity) is { } dressed)
            return h.WithCurrent(dressed).Gain(-0.8);
        if (h.Lines is not null && Reaching.Earlier(reader, h with { Action = held.Action }, held.Segment) is { } earlier)
            return earlier.Gain(-1.0).Doubt("an extra that stands apart from its dish");
        return reader.RoleAt(held.Segment.Start) is Role.Question or Role.Story
            ? h.Gain(-1.5)
            : (h with { Missing = h.Missing.Push(new(held.Segment.Start, held.Segment.End)) }).Gain(-2.5);
    }
}
