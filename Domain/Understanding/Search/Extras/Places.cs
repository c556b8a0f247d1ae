using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Dishes;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>Where something was said to go: "ketchup on all the large ones", "no onion on any of the fish".</summary>
internal static class Places
{
    private static readonly HashSet<string> Selecting = ["all", "both", "any", "each", "of", "the", "my", "those", "just", "only"];

    /// <summary>The word that says "on" before what is named there; -1 where none does.</summary>
    public static int WordBefore(Reader reader, int named)
    {
        var at = named - 1;
        while (at > 0 && (Selecting.Contains(reader.Tokens[at].Key) || (at == named - 1 && reader.IsJoining(at) && Selecting.Contains(reader.Tokens[at - 1].Key)) || (reader.Tokens[at + 1].Key == "of" && reader.IsNumber(at))))
            at--;
        return at >= 0 && (at < named - 1 || reader.IsNumber(named)) && reader.Tokens[at].Key is "on" or "in" or "for" or "to" or "with" ? at : -1;
    }

    /// <summary>"On all the chips", "with both teas", "on the fries": on every one of them.</summary>
    public static bool AreAll(Reader reader, Segment dish)
    {
        if (WordBefore(reader, dish.Start) is not (>= 0 and var on))
            return false;
        for (var at = on + 1; at < dish.Start; at++)
        {
            if (reader.Tokens[at].Key is "all" or "both" or "any" or "each")
                return true;
        }

        return reader.Tokens[dish.End - 1].Key is [.., not 's', 's'] && !reader.IsNumber(on + 1);
    }

    /// <summary>"And on the fish ones …": what is said of them comes behind.</summary>
    public static bool BeginsClause(Reader reader, int on) => reader.Tokens[on - 1].IsBreak || reader.IsPhrase(on - 1, Lexicon.Cue.And, Lexicon.Cue.But);

    /// <summary>"… of the large ones", "of the fish ones": behind a number.</summary>
    public static bool IsOfSome(Reader reader, int at) =>
        at + 2 < reader.Tokens.Count && reader.Tokens[at].Key == "of" && reader.Tokens[at + 1].Key is "the" or "my" && !reader.NamesDish(at + 2);

    /// <summary>"Oat milk in one of the lattes": of a dish of the order.</summary>
    public static bool IsOfOrdered(Reader reader, in Hypothesis h, int at)
    {
        if (at + 2 >= reader.Tokens.Count || reader.Tokens[at].Key != "of" || reader.Tokens[at + 1].Key is not ("the" or "my"))
            return false;
        foreach (var next in reader.Lattice.At(at + 2))
        {
            if (next.Kind == SegmentKind.Item && ItemEdits.Select(h, next) is { Current.Quantity: > 1 })
                return true;
        }

        return false;
    }

    /// <summary>Whether "all", "both" or "any" goes on with which ones: some of the order, not everything.</summary>
    public static bool AreSome(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Fresh: > 0, Gap: Gap.None, Last: SegmentKind.Modifier })
            return false;
        var at = segment.End;
        while (at < reader.Tokens.Count && (reader.Tokens[at].Key is "of" or "the" or "my" or "those" || (at > segment.End && reader.IsJoining(at))))
            at++;
        if (at >= reader.Tokens.Count || (reader.NamesSize(at) && at > segment.End))
            return at < reader.Tokens.Count;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next.Kind == SegmentKind.Item ? (next.IsWholeName || next.Items.Length == 1) && (ItemEdits.Select(h, next) is not null || Shares.NamesLine(reader, h, next)) : next.Kind == SegmentKind.Modifier && at > segment.End && reader.IsOne(next.End))
                return true;
        }

        return false;
    }
}
