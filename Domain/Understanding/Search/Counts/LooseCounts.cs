using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>A number without a dish behind it: "make that two", "latte 2", "wings (12)". What was said before it says what it counts.</summary>
internal static class LooseCounts
{
    /// <summary>The reading with its number used up; a number that counts nothing is a doubt.</summary>
    public static Hypothesis Use(Reader reader, Hypothesis h)
    {
        if (h.Count == 0)
            return h;
        var done = h with { Count = 0, CountAt = -1, Article = false };
        if (ByWordsBefore(reader, h, done) is { } used)
            return used;
        if (h.Current is not { Role: not (Role.Question or Role.Story) } current)
            return done.Gain(h.Held is null ? -0.3 : -1.5);
        var size = current.Item >= 0 ? reader.Menu.Items[current.Item].SizeSaying(h.Count) : -1;
        return Changed(h, done, current, size)
            ?? OfCurrent(reader, h, done, current, size)
            ?? Behind(reader, h, done, current)
            ?? done.Gain(-0.8).Doubt("a number that counts nothing");
    }

    private static Hypothesis? ByWordsBefore(Reader reader, Hypothesis h, Hypothesis done)
    {
        // "Wings twelve, no six".
        if (h is { ActionOpen: true, Action: ModifierAction.Remove, Current: { Item: >= 0, IsShare: false } miscounted } && h.ActionAt + 1 == h.CountAt && reader.Tokens[h.ActionAt].Key is "no" or "nein" or "non")
        {
            done = done with { ActionOpen = false, Action = ModifierAction.Add };
            var sizes = reader.Menu.Items[miscounted.Item].SizeByNumber;
            return done.WithCurrent(!sizes.TryGetValue(h.Count, out var right) ? miscounted with { Quantity = h.Count }
                : miscounted with { Size = right, Quantity = sizes.ContainsKey(miscounted.Quantity) ? 1 : miscounted.Quantity });
        }

        // "A tea with two sugars and a coffee with one."
        if (h is { ActionOpen: true, With: true, Action: ModifierAction.Add, Current: { Item: >= 0, Modifiers: null } bare, Lines.Tail.Head.Modifiers.Head: { Action: ModifierAction.Add } like } && h.ActionAt + 1 == h.CountAt
            && CountedExtras.Has(reader, like.Index) && Attach.To(reader, bare, like.Segment, ModifierAction.Add, h.Count) is { } sweetened)
        {
            return done.WithCurrent(sweetened) with { ActionOpen = false, With = false, Last = Lattice.SegmentKind.Modifier };
        }

        // "No scratch that, I had two of them yesterday, a …"
        if (h is { Edit: Edit.Correct, Current.Role: not Role.Story } && reader.RoleAt(h.CountAt) is Role.Story)
            return done;

        // "How are the brownies? Two then."
        if (h.Current is { Role: Role.Question or Role.Story, Item: >= 0 } spoken && reader.RoleAt(h.CountAt) is Role.Request)
            return done.WithCurrent(spoken with { Role = Role.Request, Quantity = h.Count }).Gain(-0.2);
        return h is { HeldSize: { } held, Count: > 1 } ? done with { HeldSize = null, SharedSize = held, SharedSizeLeft = h.Count, Score = h.Score - 0.7 } : null;
    }

    private static Hypothesis? Changed(in Hypothesis h, in Hypothesis done, DraftLine current, int size)
    {
        if (h.Edit is not (Edit.MakeThat or Edit.Correct or Edit.Change))
            return null;

        // "A hawaiian 12 inch, make that 16."
        if (current is { Quantity: 1, Size: >= 0 } && size >= 0)
            return done.WithCurrent(current with { Size = size }) with { Edit = Edit.None };
        return (Counted(done, current, h.Count) ?? done.WithCurrent(current with { Quantity = h.Count })) with { Edit = Edit.None };
    }

    private static Hypothesis? OfCurrent(Reader reader, in Hypothesis h, in Hypothesis done, DraftLine current, int size)
    {
        // "A cola 500", "wings of 12".
        if (current.Size < 0 && size >= 0 && (current.End == h.CountAt || (current.End + 1 == h.CountAt && reader.IsJoining(current.End))))
            return done.WithCurrent(current with { Size = size });
        var counted = current with { Quantity = h.Count };
        var isInBrackets = reader.IsInBrackets(h.CountAt, h.CountAt + 1);
        if (current.Quantity == 1 && isInBrackets)
        {
            return current.Size < 0 && current.Item >= 0 && reader.Menu.Items[current.Item].SizeByNumber.TryGetValue(h.Count, out var inBrackets)
                ? done.WithCurrent(current with { Size = inBrackets })
                : done.WithCurrent(counted);
        }

        // "The brownies look good, I'll take three."
        if (current is { Item: >= 0, Quantity: 1, IsCounted: false } && h.AskedAt >= current.End && Taking.Contains(reader.Tokens[h.CountAt - 1].Key) && reader.EndsClause(h.CountAt + 1))
            return done.WithCurrent(counted).Gain(-0.2);

        // "Two teas with milk... hmm, three."
        if (current.Quantity != h.Count && current is { Item: >= 0, IsShare: false } && IsTakenBack(reader, h.CountAt) && reader.EndsClause(h.CountAt + 1))
            return done.WithCurrent(counted);

        // "Beef burritos, 2, regular".
        var isAlone = IsAlone(reader, h.CountAt);
        if (current is { Item: >= 0, Quantity: 1, IsCounted: false } && current.End == h.CountAt - 1 && isAlone && !Articles.OfOne.Contains(reader.KeyAt(current.NameStart - 1)) && size < 0)
            return done.WithCurrent(counted).Gain(-0.2);

        // "Two rolls (8)", "a smoothie with oat milk, 16".
        if (current is { Size: < 0, IsShare: false } && size >= 0 && (isInBrackets || isAlone))
            return done.WithCurrent(current with { Size = size }).Gain(-0.2);

        // "Chapati, 4."
        return h is { Gap: Gap.Comma, Last: Lattice.SegmentKind.Number } && current is { Item: >= 0, Quantity: 1, IsShare: false, IsCounted: false } && current.End + 1 == h.CountAt && isAlone
            ? done.WithCurrent(counted).Gain(-0.4)
            : null;
    }

    private static Hypothesis? Behind(Reader reader, in Hypothesis h, in Hypothesis done, DraftLine current)
    {
        // "Cold brew, sugar two".
        if (h is { Last: Lattice.SegmentKind.Number, Gap: Gap.None } && current is { Item: >= 0, Modifiers: { Head: { Action: ModifierAction.Add, Quantity: 1 } last } extras } && last.Segment.End == h.CountAt && CountedExtras.Has(reader, last.Index))
            return done.WithCurrent(current with { Modifiers = extras.Tail.Push(last with { Quantity = h.Count }) });

        // "A big cola 500": the amount that it comes in says no more than its size.
        if (current is { Item: >= 0, Size: >= 0 } && reader.Menu.Items[current.Item].SizeByMeasure.TryGetValue(h.Count, out var amount) && amount == current.Size)
            return done;

        // "Teh ice two": behind the dish and what it is had with.
        var isBehind = current.End == h.CountAt || (h is { Last: Lattice.SegmentKind.Number, Gap: Gap.None, Article: false } && !current.IsCounted && current.Modifiers?.Head.Segment.End == h.CountAt);
        if (current.Quantity == 1 && isBehind)
            return done.WithCurrent(current with { Quantity = h.Count }).Gain(-0.4);
        return IsTotal(reader, h) ? done.Gain(-0.4) : null;
    }

    private const int MostTotalled = 16;
    private static readonly HashSet<string> Totalling = ["all", "just", "so", "total", "altogether"];

    // "Two cobbs and two greeks, no tomato on any of the four": as many as were asked for, of the newest dish or in all.
    private static bool IsTotal(Reader reader, in Hypothesis h)
    {
        var isOfThe = reader.KeyAt(h.CountAt - 1) == "the" && reader.KeyAt(h.CountAt - 2) is "of" or "all" or "for";
        if (h.CountAt < 1 || (!isOfThe && !Totalling.Contains(reader.Tokens[h.CountAt - 1].Key)))
            return false;
        var (total, ofNewest, lines) = (0, 0, 0);
        var newest = h.Current?.Item ?? -1;
        foreach (var line in h.Lines.Each())
        {
            total += Math.Max(0, line.Quantity);
            ofNewest += line.Item == newest ? Math.Max(0, line.Quantity) : 0;
            if (++lines == MostTotalled)
                break;
        }

        return h.Count == total || h.Count == ofNewest;
    }

    /// <summary>"Three burgers, one without onion. Make it four": of all of them; null where the newest line is no share of more.</summary>
    public static Hypothesis? Counted(in Hypothesis h, DraftLine share, int count) =>
        share is { IsShare: true, Item: >= 0 } && count > share.Quantity && h.Lines!.Tail is { Head: { Quantity: > 0 } rest } before && rest.Item == share.Item
            ? h with { Lines = before.Tail.Push(rest with { Quantity = count - share.Quantity }).Push(share) }
            : null;

    /// <summary>"Falafel 4 with tahini": a count right behind a dish that comes by so many.</summary>
    public static Hypothesis UsePieces(Reader reader, Hypothesis h) =>
        h is { Count: > 0, Edit: Edit.None, Current: { Item: >= 0, Size: < 0 } dish } && dish.End == h.CountAt && reader.Menu.Items[dish.Item].SizeSaying(h.Count) >= 0
            ? Use(reader, h)
            : h;

    private static readonly HashSet<string> Taking = ["take", "have", "get", "want", "gimme", "me", "grab", "nehme", "prends", "tomo", "prendo"];

    /// <summary>"…, no, a large": something was said before that is now said otherwise.</summary>
    public static bool IsTakenBack(Reader reader, int at)
    {
        if (at > 0 && Articles.OfOne.Contains(reader.Tokens[at - 1].Key))
            at--;
        var before = at > 1 && reader.Tokens[at - 1].IsBreak ? at - 2 : at - 1;
        return before > 0 && Refusals.TakingBack.Contains(reader.Tokens[before].Key) && reader.Tokens[before - 1].IsBreak;
    }

    // "…, 16 please"
    private static bool IsAlone(Reader reader, int at) =>
        at > 0 && reader.Tokens[at - 1].IsBreak && (reader.EndsClause(at + 1) || reader.IsPhrase(at + 1, Lexicon.Cue.Filler, Lexicon.Cue.Filler) || reader.Tokens[at + 1].Key is "is" or "will");
}
