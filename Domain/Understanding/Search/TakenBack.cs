using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>"…, scratch that", "…, I mean …": what was said right before is as if it had not been said.</summary>
internal static class TakenBack
{
    private static readonly HashSet<string> Taking = ["scratch", "strike", "scrap", "forget", "ignore", "never", "nevermind", "nvm", "cancel", "delete", "drop"];

    /// <summary>An unknown word that was a slip of the tongue, or what the last clause said of a dish; null where the words take back nothing of both.</summary>
    public static Hypothesis? Of(Reader reader, in Hypothesis h, Segment segment)
    {
        if (Unknown(reader, h, segment) is { } known)
            return known;
        return reader.Tokens[segment.End - 1].Key == "that" && SaysSo(reader, segment) ? Clause(reader, h, segment.Start) : null;
    }

    /// <summary>"No chilli on it. Forget that": the last clause, where it said only how a dish before it is had, or how some of it are.</summary>
    public static Hypothesis? Clause(Reader reader, in Hypothesis h, int at)
    {
        var start = StartOf(reader, EndOf(reader, at));
        if (h.Current is not { Item: >= 0, Modifiers: { Head.Segment.Start: var newest } said } line || newest < start || line.NameStart >= start)
            return null;
        var bare = line with { Modifiers = Shares.Before(said, start) };
        var lines = h.Lines!.Tail;
        if (line.IsShare && lines is { Head: var rest } && rest.Item == line.Item)
            (bare, lines) = (rest with { Quantity = rest.Quantity + line.Quantity }, lines.Tail);
        return h with { Lines = lines.Push(bare), Fresh = 0, ActionOpen = false, Action = ModifierAction.Add, With = false, JustSplit = false };
    }

    /// <summary>"A coke, forget that": whether the message ends so.</summary>
    public static bool IsLast(Reader reader) => reader.Tokens is [.., { Key: var taking }, { Key: "that" or "it" or "this" }] && Taking.Contains(taking);

    // "An arabic... I mean, a Lebanese coffee", "sauce on the side, sorry, I mean mayo".
    private static Hypothesis? Unknown(Reader reader, in Hypothesis h, Segment segment)
    {
        var before = EndOf(reader, segment.Start);
        var next = reader.IsPhrase(segment.End, Cue.Article, Cue.Quantity) ? segment.End + 1 : segment.End;
        if (segment.End == segment.Start + 1 || h.Missing is not { Head: var unknown } missing || next >= reader.Tokens.Count)
            return null;
        var isExtra = h.Current is { Item: >= 0 and var dish } && reader.OffersNext(dish, next) && unknown.End >= StartOf(reader, before);
        return isExtra || (unknown.End >= before && reader.NamesDish(next)) ? h with { Missing = missing.Tail } : null;
    }

    /// <summary>"A double lassi, no, two mango lassis": what the menu does not have is what was meant otherwise, and not the dish before it.</summary>
    public static Hypothesis? UnknownAt(Reader reader, in Hypothesis h, int no) =>
        h.Missing is { Head: var unknown } missing && unknown.End >= EndOf(reader, no) && h.Current is { } before && before.End <= unknown.Start ? h with { Missing = missing.Tail } : null;

    private static bool SaysSo(Reader reader, Segment segment)
    {
        for (var at = segment.Start; at < segment.End; at++)
        {
            if (Taking.Contains(reader.Tokens[at].Key))
                return true;
        }

        return false;
    }

    // Behind the last word of the clause: "…, nah, actually forget that".
    private static int EndOf(Reader reader, int at)
    {
        while (at > 0 && (reader.Tokens[at - 1].IsBreak || reader.IsPhrase(at - 1, Cue.Filler, Cue.Correction)))
            at--;
        return at;
    }

    private static int StartOf(Reader reader, int end)
    {
        while (end > 0 && !reader.Tokens[end - 1].IsBreak)
            end--;
        return end;
    }
}
