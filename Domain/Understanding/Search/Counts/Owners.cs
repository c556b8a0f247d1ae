using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Counts;

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

    /// <summary>What was just said is for one person where what follows is for another: "two teas, milk for me and lemon for Ann".</summary>
    /// <param name="at">The token behind the person.</param>
    public static Hypothesis? ToOneOfSeveral(Reader reader, in Hypothesis h, Segment person, int at)
    {
        if (h.Current is not { Item: >= 0, IsShare: false } whole)
            return null;
        var isSize = h.Last == SegmentKind.Size && whole is { Size: >= 0, Quantity: > 1 } && !reader.Tokens[person.Start - 1].IsBreak;
        if (!isSize && h is not { Fresh: > 0, Last: SegmentKind.Modifier, Gap: Gap.None })
            return null;
        if (!NextIsAnothers(reader, whole, at) || (whole.Quantity > 2 && Persons(reader, at) < whole.Quantity - 1))
            return null;
        whole = whole with { Quantity = Math.Max(2, whole.Quantity) };
        var one = Shares.OnSome(h with { With = false }, whole, 1);
        return isSize ? one.WithCurrent(one.Current! with { Size = -1 }) : one;
    }

    /// <summary>"For Ben": somebody whom neither the menu nor the lexicon knows.</summary>
    /// <param name="at">The token behind "for".</param>
    public static bool IsName(Reader reader, int at)
    {
        if (at >= reader.Tokens.Count || reader.Tokens[at].Kind != TokenKind.Word)
            return false;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next is not ({ Kind: SegmentKind.Unknown, IsFood: false } or { Kind: SegmentKind.Phrase, Cue: Cue.Common }))
                return false;
        }

        return true;
    }

    private static bool IsForPerson(Reader reader, int at) => reader.Begins(at, Cue.ForPerson) || (reader.IsPhrase(at, Cue.For, Cue.For) && IsName(reader, at + 1));

    // For how many more people something is asked for in this sentence.
    private static int Persons(Reader reader, int at)
    {
        const int farthest = 40;
        var persons = 0;
        for (var next = at; next < Math.Min(at + farthest, reader.Tokens.Count) && reader.Tokens[next].Kind is not (TokenKind.Stop or TokenKind.Line); next++)
            persons += IsForPerson(reader, next) ? 1 : 0;
        return persons;
    }

    // "… and soy for her": an extra or a size, then somebody else, and no dish between.
    private static bool NextIsAnothers(Reader reader, DraftLine dish, int at)
    {
        if (at >= reader.Tokens.Count || !(reader.Tokens[at].Kind == TokenKind.Comma || reader.IsPhrase(at, Cue.And, Cue.But)))
            return false;
        var isDressed = false;
        for (var next = at + 1; next < Math.Min(at + FarthestOther, reader.Tokens.Count) && !reader.Tokens[next].IsBreak; next++)
        {
            isDressed |= (dish.Quantity > 1 || next == at + 1 || reader.IsPhrase(next - 1, Cue.With, Cue.Remove)) && (reader.OffersNext(dish.Item, next) || (dish.Quantity > 1 && reader.NamesSize(next)));
            if (IsForPerson(reader, next))
                return isDressed && (dish.Quantity > 1 || reader.IsPhrase(at + 1, Cue.With, Cue.Remove));
            if (reader.NamesDish(next) && !reader.OffersNext(dish.Item, next))
                return false;
        }

        return false;
    }

    private static bool IsOwner(Reader reader, Segment name) =>
        name is { IsFood: false } && name.End == name.Start + 1 && reader.Tokens[name.Start] is { Kind: TokenKind.Word, Key: [.., 's'] } word && word.Length == word.Key.Length + 1;

    private static bool SaysHow(Reader reader, int at) =>
        at < reader.Tokens.Count && reader.Tokens[at].Key is not "having" && (reader.Tokens[at].Key is "is" || reader.IsPhrase(at, Cue.With, Cue.Remove) || reader.IsPhrase(at, Cue.Extra, Cue.Light));
}
