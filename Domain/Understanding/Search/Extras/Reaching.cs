using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>Modifiers for more than the present line ("both", "all"), or for an earlier one.</summary>
internal static class Reaching
{
    // Nobody adds to what was said so many dishes ago.
    private const int FarthestBack = 20;

    public static Hypothesis? Put(Reader reader, Hypothesis h, Segment segment)
    {
        var targets = Targets(reader, h);
        var reached = 0;
        var lines = h.Lines.Map(line =>
        {
            if (!targets.Contains(line) || Attach.To(reader, line, segment, h.Action, Math.Max(1, h.Count)) is not { } dressed)
                return line;
            reached++;
            return dressed;
        });
        return reached == 0 ? null : h with { Lines = lines };
    }

    /// <summary>"… no onions on both": what the present line just got goes to the others too; null when it got nothing.</summary>
    public static Hypothesis? Spread(Reader reader, Hypothesis h, Reach reach)
    {
        // "… and a cola. No onion on anything": what the cola is not had with went to the dish before.
        var giver = h.Current is { Modifiers: not null } || reach is Reach.Current or Reach.Both ? h.Current : NewestDressed(h);
        if (h is not { Fresh: > 0, Gap: Gap.None } || giver is not { Modifiers: { } modifiers } current)
            return null;
        if (!ReferenceEquals(giver, h.Current))
            reach = Reach.All;

        var fresh = Newest(modifiers, h.Fresh);
        var targets = Targets(reader, h with { Reach = reach });
        var lines = h.Lines.Map(line => !targets.Contains(line) || ReferenceEquals(line, current)
            ? line
            : fresh.Aggregate(line, (dressed, modifier) => Attach.To(reader, dressed, modifier.Segment, modifier.Action, modifier.Quantity) ?? dressed));
        return h with { Lines = lines, Fresh = 0 };
    }

    /// <summary>"A latte and a mocha, large both": null where the others have sizes of their own, or come in none of that name.</summary>
    public static Hypothesis? SpreadSize(Reader reader, in Hypothesis h, Reach reach)
    {
        if (h is not { Last: Lattice.SegmentKind.Size, HeldSize: null, Current: { Item: >= 0, Size: >= 0 } sized, Lines.Tail: not null })
            return null;
        var name = reader.Menu.Items[sized.Item].Item.Sizes[sized.Size].Name;
        var targets = Targets(reader, h with { Reach = reach });
        var lines = h.Lines.Map(line => line is { Item: >= 0, Size: < 0 } && targets.Contains(line) && reader.SizeNamed(line.Item, name) is >= 0 and var size ? line with { Size = size } : line);
        return ReferenceEquals(lines, h.Lines) ? null : h with { Lines = lines };
    }

    /// <summary>"…; everything mild", "soy sauce on the side with everything"; null where nothing is said of all dishes.</summary>
    public static Hypothesis? OverEverything(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h.Lines?.Tail is null)
            return null;
        var isBehind = reader.KeyAt(segment.Start - 1) is "with" or "on" or "for" && (reader.EndsClause(segment.End) || reader.IsPhrase(segment.End, Lexicon.Cue.And, Lexicon.Cue.But));
        if (isBehind)
            return Spread(reader, h with { ActionOpen = false, With = false }, Reach.All);
        var next = reader.IsPhrase(segment.End, Lexicon.Cue.With, Lexicon.Cue.With) ? segment.End + 1 : segment.End;
        return h.Gap != Gap.None && (reader.OffersNext(h.Current!.Item, next) || reader.MayOfferNext(h.Current.Item, next) || reader.NamesSize(next)) ? h with { Reach = Reach.All, ActionOpen = false, With = false } : null;
    }

    /// <summary>The line that got the modifier named last: not always the present one.</summary>
    public static DraftLine? NewestDressed(Hypothesis h)
    {
        DraftLine? newest = null;
        foreach (var line in h.Lines.Each())
        {
            if (line.Modifiers is { Head: var last } && (newest is null || last.Segment.End > newest.Modifiers!.Head.Segment.End))
                newest = line;
        }

        return newest;
    }

    /// <summary>The newest modifiers, the oldest of them first.</summary>
    public static List<DraftModifier> Newest(Chain<DraftModifier>? modifiers, int count)
    {
        var newest = new List<DraftModifier>(count);
        for (; modifiers is not null && newest.Count < count; modifiers = modifiers.Tail)
            newest.Add(modifiers.Head);
        newest.Reverse();
        return newest;
    }

    /// <summary>The lines that "both" or "all" speaks of.</summary>
    // "Both" means the two of the present line, or the two newest lines: these where there are two of each.
    public static HashSet<DraftLine> Targets(Reader reader, Hypothesis h)
    {
        var count = h.Reach >= Reach.Row ? int.MaxValue : !IsOfTheTwo(reader, h) && h is { Current.Quantity: 2, Lines.Tail: null or { Head: { Quantity: not 2 } or { IsShare: true } } } ? 1 : 2;
        var asked = new HashSet<DraftLine>(ReferenceEqualityComparer.Instance);
        for (var lines = h.Lines; lines is { Head.Role: not (Role.Question or Role.Story) } && asked.Count < count; lines = lines.Tail)
        {
            if (lines.Head.Quantity > 0 && (h.Reach != Reach.Others || (lines.Head.Item == h.Current!.Item && !ReferenceEquals(lines, h.Lines))))
                asked.Add(lines.Head);
            if (h.Reach == Reach.Row && lines.Tail is { Head.End: var before } && BeginsRow(reader, before, lines.Head.Start))
                break;
        }

        return asked;
    }

    // "3 melts and 2 wraps. No onion on either": in a sentence of its own it speaks of the two dishes.
    private static bool IsOfTheTwo(Reader reader, in Hypothesis h) =>
        h is { Reach: Reach.Both, Current: { IsShare: false, Modifiers: { Head.Segment.Start: var said } } second, Lines.Tail: { Tail: null, Head: { Item: >= 0, Quantity: > 1 } } } && said > second.End && BeginsRow(reader, second.End, said);

    /// <summary>How far "all" reaches: "2 wraps\n3 melts, all toasted" speaks of the melts, in a row of its own it speaks of everything.</summary>
    public static Reach OfAll(in Hypothesis h) => h is { Gap: not Gap.Stop, Current: { Quantity: > 1 } or { IsShare: true } } ? Reach.Row : Reach.All;

    private static bool BeginsRow(Reader reader, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (reader.Tokens[at].Kind is Tokens.TokenKind.Stop or Tokens.TokenKind.Line)
                return true;
        }

        return false;
    }

    /// <summary>The newest earlier line whose dish offers the modifier gets it; the present line stays the present one.</summary>
    public static Hypothesis? Earlier(Reader reader, Hypothesis h, Segment segment)
    {
        var left = FarthestBack;
        foreach (var line in h.Lines!.Tail.Each())
        {
            if (left-- == 0)
                break;
            // "The same but scrambled": the copy is no longer over easy.
            var bare = h.JustCopied && h.Action == ModifierAction.Add && line.Item >= 0 && Attach.ExcludedBy(reader, line, segment, isInstead: false) is >= 0 and var excluded ? Attach.Without(line, excluded) : line;
            if (line.Item < 0 || line.Role != h.Current!.Role || Attach.To(reader, bare, segment, h.Action, Math.Max(1, h.Count)) is not { } dressed)
                continue;
            return h with { Lines = h.Lines.Replace(line, dressed) };
        }

        return null;
    }
}
