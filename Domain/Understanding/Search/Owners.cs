using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Whose a dish is: "two wraps, Tim's without onion", "oat milk for me and soy for her".</summary>
internal static class Owners
{
    private const int FarthestOther = 8;

    /// <summary>A name that owns what follows: one of the dishes before, or one more of it; null where nothing is said of what is owned.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment name)
    {
        if (h is not { Run: < 0, Count: 0, Article: false, Gap: not Gap.None, Current: { Item: >= 0, Role: not (Role.Question or Role.Story) } dish } || !IsOwner(reader, name) || !SaysHow(reader, name.End))
            return null;
        var one = NumberSteps.Share(h, 1) ?? h with
        {
            Lines = h.Lines.Push(dish with { Quantity = 1, Modifiers = null, IsShare = false, Start = name.Start, NameStart = name.Start, End = name.End }),
            JustSplit = true,
            Reach = Reach.Current,
            Slot = Slot.Part,
            Gap = Gap.None,
            Last = SegmentKind.Number,
            Fresh = 0,
        };
        return one.Gain(0.3);
    }

    /// <summary>What was just said is for one person where what follows is for another.</summary>
    /// <param name="at">The token behind the person.</param>
    public static Hypothesis? ToOneOfTwo(Reader reader, in Hypothesis h, int at)
    {
        if (h is not { Fresh: > 0, Gap: Gap.None, Last: SegmentKind.Modifier, Current: { Item: >= 0, IsShare: false, Quantity: 1 or 2 } whole } || !NextIsAnothers(reader, whole, at))
            return null;
        return Shares.OnSome(h with { With = false }, whole with { Quantity = 2 }, 1);
    }

    // "… and soy for her": an extra, then somebody else, and no dish between.
    private static bool NextIsAnothers(Reader reader, DraftLine dish, int at)
    {
        if (at >= reader.Tokens.Count || !(reader.Tokens[at].Kind == TokenKind.Comma || reader.IsPhrase(at, Cue.And, Cue.But)))
            return false;
        var isDressed = false;
        for (var next = at + 1; next < Math.Min(at + FarthestOther, reader.Tokens.Count) && !reader.Tokens[next].IsBreak; next++)
        {
            isDressed |= reader.OffersNext(dish.Item, next) && (dish.Quantity > 1 || next == at + 1 || reader.IsPhrase(next - 1, Cue.With, Cue.Remove));
            if (reader.Begins(next, Cue.ForPerson))
                return isDressed && (dish.Quantity > 1 || reader.IsPhrase(at + 1, Cue.With, Cue.Remove));
            if (reader.NamesDish(next) && !reader.OffersNext(dish.Item, next))
                return false;
        }

        return false;
    }

    private static bool IsOwner(Reader reader, Segment name) =>
        name is { IsFood: false } && name.End == name.Start + 1 && reader.Tokens[name.Start] is { Kind: TokenKind.Word, Key: [.., 's'] } word && word.Length == word.Key.Length + 1;

    private static bool SaysHow(Reader reader, int at) =>
        at < reader.Tokens.Count && (reader.Tokens[at].Key is "is" || reader.IsPhrase(at, Cue.With, Cue.Remove) || reader.IsPhrase(at, Cue.Extra, Cue.Light));
}
