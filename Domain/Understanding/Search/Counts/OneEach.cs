using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>"Three cones: vanilla, chocolate and lemon", "three cones, a vanilla, a chocolate and a lemon": a list that gives every portion its own.</summary>
internal static class OneEach
{
    private const int MostPortions = 12;

    // What speaks against a list without counts, articles or a colon.
    private const double Guessed = 0.8;

    /// <summary>The reading that gives what is named to one portion; the list has to be as long as there are portions, or <see cref="Balance"/> rejects it.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { With: false, ActionOpen: false, Action: ModifierAction.Add, Count: 0, HeldSize: null, Reach: Reach.Current, Edit: Edit.None, JustSplit: false, Current: { Item: >= 0 } current })
            return null;
        if (!(current.IsShare ? GoesOn(reader, h, current, segment) : Begins(reader, h, current, segment)) || NumberSteps.Share(h, 1) is not { Current: { } portion } split)
            return null;
        if (Dress(reader, portion, segment) is not { } dressed)
            return null;
        var rest = split.Lines!.Tail!;
        var isGuess = reader.Menu.Items[current.Item].Kind != "drink" && segment.Kind == SegmentKind.Modifier && !current.IsShare && !h.Article && reader.Tokens[segment.Start - 1] is { Kind: TokenKind.Comma, Key: not (Token.Colon or Token.Open) };
        return split with { Score = split.Score - (isGuess ? Guessed : 0), Lines = rest.Tail.Push(rest.Head with { IsOneEach = true }).Push(dressed with { IsOneEach = false }) };
    }

    /// <summary>"Three cones: vanilla, strawberry, hazelnut", "three cones, a vanilla and a hazelnut". Without counts it may be all for each.</summary>
    public static bool MayBe(Reader reader, Hypothesis h, DraftLine current, Segment segment)
    {
        if (h is not { Last: SegmentKind.Modifier, With: false, ActionOpen: false, Action: ModifierAction.Add } || current is not { Item: >= 0, Quantity: > 1 })
            return false;
        return h.Gap == Gap.Comma && current.Modifiers is { Tail: null, Head.Segment.Start: > 0 and var first }
            && reader.Tokens[first - 1].IsBreak && ModifierKinds.IsOfTheSameKind(reader, current, segment);
    }

    /// <summary>"(Jam and cream on the side)", "mustard and relish on both": a list that is said of all is no list of one each.</summary>
    public static Hypothesis SaidOfAll(in Hypothesis h) => h is { Current.IsShare: true, Lines.Tail.Head.IsOneEach: true } ? h.Gain(-4) : h;

    /// <summary>What speaks for or against such lists at the end of the message.</summary>
    public static double Balance(DraftLine line) => !line.IsOneEach ? 0 : line.Quantity == 0 ? 1 : -5;

    private static DraftLine? Dress(Reader reader, DraftLine portion, Segment segment)
    {
        if (segment.Kind != SegmentKind.Size)
            return Attach.To(reader, portion, segment, ModifierAction.Add, 1);
        return portion.Size < 0 && DishSizes.Find(reader, portion, segment) is >= 0 and var size ? portion with { Size = size } : null;
    }

    private static bool Begins(Reader reader, in Hypothesis h, DraftLine current, Segment segment) =>
        current is { Quantity: >= 2 and <= MostPortions, Modifiers: null } && segment.Start > 0
        && (h.Article ? h.Gap == Gap.Comma : reader.Tokens[segment.Start - 1].Key is Token.Colon or Token.Open || (h.Gap == Gap.Comma && (segment.Kind == SegmentKind.Size ? SizeFollows(reader, current, segment) : ChoiceFollows(reader, current, segment))));

    // "Three lattes, small, medium and large": nothing comes in two sizes.
    private static bool SizeFollows(Reader reader, DraftLine dish, Segment segment)
    {
        var at = segment.End;
        if (at < reader.Tokens.Count && (reader.Tokens[at].Kind == TokenKind.Comma || reader.IsPhrase(at, Cue.And, Cue.And)))
            at++;
        if (at >= reader.Tokens.Count)
            return false;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next.Kind == SegmentKind.Size && DishSizes.Find(reader, dish, next) is >= 0 and var size && size != DishSizes.Find(reader, dish, segment))
                return true;
        }

        return false;
    }

    // "Two lattes, oat and soy": nobody has both.
    private static bool ChoiceFollows(Reader reader, DraftLine dish, Segment segment)
    {
        if (!dish.IsCounted || !reader.IsPhrase(segment.End, Cue.And, Cue.And) || Attach.Resolve(reader, dish.Item, segment) is not (>= 0 and var first) || !reader.Menu.Modifiers[first].IsChoice)
            return false;
        foreach (var next in reader.Lattice.At(segment.End + 1))
        {
            if (next.Kind == SegmentKind.Modifier && Attach.Resolve(reader, dish.Item, next) is >= 0 and var second && second != first && reader.Menu.Modifiers[second].Group == reader.Menu.Modifiers[first].Group)
                return true;
        }

        return false;
    }

    private static bool GoesOn(Reader reader, in Hypothesis h, DraftLine current, Segment segment) =>
        (h.Gap is Gap.Comma or Gap.And || segment.Kind == SegmentKind.Size) && h.Lines!.Tail is { Head: { IsOneEach: true, Quantity: > 0 } }
        && (segment.Kind == SegmentKind.Size
            ? current.Size >= 0 && (current.Modifiers is null || h.Gap != Gap.None)
            : IsOfSameGroup(reader, current, segment));

    private static bool IsOfSameGroup(Reader reader, DraftLine current, Segment segment) =>
        Attach.Resolve(reader, current.Item, segment) is >= 0 and var next && First(current) is >= 0 and var first
        && reader.Menu.Modifiers[next].Group == reader.Menu.Modifiers[first].Group;

    private static int First(DraftLine line)
    {
        foreach (var modifier in line.Modifiers.OldestFirst())
            return modifier.Index;
        return -1;
    }
}
