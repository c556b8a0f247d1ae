using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>
/// "Four kebabs: two shish, one doner, one kofte": the kind with a count, then which. Where the menu has a dish that goes by the kind's
/// name alone, it looks like four of that dish and four more; only the counts tell.
/// </summary>
internal static class KindShares
{
    public const string Doubt = "one of the dishes before, or one more";

    /// <summary>"Two burgers, one plain": no extras, or nothing on it at all.</summary>
    public const string PlainDoubt = "plain, or without everything";

    /// <summary>Takes the kind off where the dishes behind it add up to its count, and doubts where they may be some of it.</summary>
    public static Hypothesis Settle(Reader reader, Hypothesis h)
    {
        for (var lines = h.Lines; lines is not null; lines = lines.Tail)
        {
            if (!lines.Head.IsKindShare)
                continue;
            var (kind, sum, shares) = (lines, 0, 0);
            for (; kind is { Head.IsKindShare: true }; kind = kind.Tail)
                (sum, shares) = (sum + kind.Head.Quantity, shares + 1);
            if (kind is null)
                return h;

            // "Four naans, two plain, two garlic": the plain ones are the kind's own, the others are what is left of it.
            if (kind is { Head: { IsShare: true, Modifiers: null } plain, Tail: { Head: var rest } others } && rest.Item == plain.Item && sum == rest.Quantity && shares > 0 && SaysOnlyKind(reader, rest))
            {
                h = h with { Lines = h.Lines.Without(rest, ReferenceEquals), Doubts = h.Doubts.Map(doubt => doubt == Doubt || doubt == PlainDoubt ? null : doubt) };
                kind = others;
            }
            else
            {
                h = Settle(reader, h, kind.Head, sum, shares);
            }

            lines = kind;
        }

        return IsPlainAmongOthers(h) ? h with { Doubts = h.Doubts.Map(doubt => doubt == PlainDoubt ? null : doubt) } : h;
    }

    // "One with ham and one plain": plain is what the others are not.
    private static bool IsPlainAmongOthers(in Hypothesis h)
    {
        if (h.Doubts is null)
            return false;
        foreach (var bare in h.Lines.Each())
        {
            if (bare is { Item: >= 0, Modifiers: null } && h.Lines.Newest(DraftLine.TraitOf(bare.Item), bare.Item, static (line, item) => line.Item == item && line.Modifiers is not null) is not null)
                return true;
        }

        return false;
    }

    private static Hypothesis Settle(Reader reader, Hypothesis h, DraftLine kind, int sum, int shares)
    {
        if (!SaysOnlyKind(reader, kind) || kind.Quantity < 2 || sum > kind.Quantity)
            return h;
        if (sum < kind.Quantity || shares < 2)
            return h.Doubt(Doubt);

        var isBehind = false;
        var lines = h.Lines.Map(line =>
        {
            if (ReferenceEquals(line, kind))
            {
                isBehind = true;
                return null;
            }

            return isBehind && shares-- > 0 ? Copies.Dressed(reader, line, kind) : line;
        });
        return h with { Lines = lines, Doubts = h.Doubts.Map(doubt => doubt == Doubt ? null : doubt) };
    }

    /// <summary>"Three burgers: veggie, chicken and a classic": one of each, where as many are named.</summary>
    public static bool IsListed(Reader reader, in Hypothesis h, Lattice.Segment segment, int item)
    {
        if (h is not { Count: 0, Gap: Gap.Comma or Gap.And, Current: { Item: >= 0 } before } || !ItemKinds.AreSame(reader, item, before.Item) || segment.Stems.AsSpan().Contains(reader.Menu.Items[item].Head))
            return false;
        return before.IsKindShare ? !before.IsCounted : before.Quantity > 1 && SaysOnlyKind(reader, before) && reader.Tokens[before.End].Key is Token.Colon or "-" or "–";
    }

    public static bool SaysOnlyKind(Reader reader, DraftLine line) =>
        line is { Item: >= 0, IsShare: false, Stems: [var only] } && (only == reader.Menu.Items[line.Item].Head
            // "Four burgers", where a hamburger is a burger as well.
            || (line.End == line.NameStart + 1 && Stem.Of(reader.Tokens[line.NameStart].Key) == reader.Menu.Words[reader.Menu.Items[line.Item].Head]));
}
