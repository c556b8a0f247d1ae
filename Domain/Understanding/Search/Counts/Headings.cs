using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>"Four drinks, a cola, a large tea and …": how many things follow, not how many of the first.</summary>
internal static class Headings
{
    private static readonly HashSet<string> Kinds =
        ["drinks", "mains", "starters", "desserts", "dishes", "things", "items", "appetizers", "beverages", "snacks", "courses", "options"];

    /// <summary>Whether the count before this word of a kind only says how long the list behind it is.</summary>
    public static bool Counts(Reader reader, in Hypothesis h, Segment kind) =>
        h is { Count: > 1, Held: null, HeldSize: null, ActionOpen: false } && h.CountAt == kind.Start - 1 && kind.End == kind.Start + 1 && Kinds.Contains(reader.Tokens[kind.Start].Key)
        && reader.KeyAt(kind.End) != "of";
}
