using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>Dishes of one kind: chosen among by what was said of the kind, or by what tells one from its siblings.</summary>
internal static class ItemKinds
{
    // "two large pizzas, one pepperoni, one hawaiian": the kind first, then which.
    public static Hypothesis? Choose(Reader reader, Hypothesis h, Segment segment)
    {
        return Unchosen(h) is { } kind ? Choose(reader, h, segment, kind) : null;
    }

    /// <summary>"Six pizzas", before it is said which, or what is left of them; null where so many are not left.</summary>
    public static DraftLine? Unchosen(in Hypothesis h) =>
        h.Lines.Newest(DraftLine.Open, h.Count, static (line, count) => line.IsOpen && line.Quantity >= count && (line.Quantity > 1 || line.IsShare));

    /// <summary>"Two curries: korma and madras", where one dish alone has "curry" in its name and all of them are curries: any of these.</summary>
    public static Segment? AsCategory(Reader reader, in Hypothesis h, Segment segment)
    {
        const int fewest = 3;
        if ((h.Count < 1 && !h.Article) || segment is not { IsWholeName: false, Items: [var only, ..] } || segment.End != segment.Start + 1)
            return null;
        var category = reader.Menu.Items[only].CategoryStems;

        // "Five pizzas", where three of all the pizzas say so by another name.
        if (segment.Items.Length > 1 && !(h.Count > 1 && segment.End < reader.Tokens.Count && EndsHeading(reader, segment.End) && Array.TrueForAll(segment.Items, item => ReferenceEquals(reader.Menu.Items[item].CategoryStems, category))))
            return null;
        var word = Stem.Of(reader.Tokens[segment.Start].Key);
        if (!category.Contains(word) && !SameFood.OthersFor(word).Any(category.Contains))
            return null;
        var dishes = new List<int>();
        for (var item = 0; item < reader.Menu.Items.Length; item++)
        {
            if (ReferenceEquals(reader.Menu.Items[item].CategoryStems, category))
                dishes.Add(item);
        }

        return dishes.Count < fewest ? null : segment with { Items = [.. dishes] };
    }

    /// <summary>"Shakes: one vanilla, two chocolate": the kind, uncounted, only heads the list.</summary>
    public static bool IsHeading(Reader reader, in Hypothesis h, Segment segment) =>
        h.Current is { IsOpen: true, Quantity: 1, IsShare: false } kind && !kind.IsCounted && EndsHeading(reader, kind.End) && h.CountAt > kind.End && h.CountAt <= kind.End + 3 && reader.Tokens[h.CountAt - 1].IsBreak
        && (kind.Start == 0 || reader.Tokens[kind.Start - 1].Key is not ("a" or "an")) && segment.Items.AsSpan().ContainsAny(kind.Candidates);

    // "Samosas please: …"
    private static bool EndsHeading(Reader reader, int at) =>
        reader.Tokens[at].IsBreak || (reader.IsPhrase(at, Cue.Filler, Cue.Filler) && reader.KeyAt(at + 1) == Token.Colon);

    private static Hypothesis? Choose(Reader reader, Hypothesis h, Segment segment, DraftLine kind)
    {
        if (Among(reader, kind.Candidates, segment) is not (>= 0 and var which))
            return null;

        // "…, a marinara. Make it one diavola": of those that were named.
        if (h.Edit is Edit.MakeThat or Edit.Correct && ItemEdits.Select(h, segment) is { Current.Item: >= 0 })
            return null;
        var left = kind.Quantity - (h.Count == 0 && h.Article ? 1 : h.Count);
        var lines = h.Lines.Map(line => !ReferenceEquals(line, kind) ? line : left == 0 ? null : line with { Quantity = left, IsShare = true });
        return NewLines.Open(reader, h with { Lines = lines, HeldSize = h.HeldSize ?? kind.WaitingSize }, segment with { Items = [which] }).Gain(0.5) with { Doubts = h.Doubts };
    }

    // The only one of the kind that is meant: by the dishes that fit the words, or by the words, where alone they would be another dish ("two chicken" of three biryanis).
    private static int Among(Reader reader, int[] kind, Segment segment)
    {
        var (fits, named) = (-1, -1);
        var (fitting, naming) = (0, 0);
        foreach (var item in kind)
        {
            if (segment.Items.AsSpan().Contains(item))
                (fits, fitting) = (item, fitting + 1);
            if (segment.Stems.Length > 0 && reader.Menu.Items[item].IsNamedBy(segment.Stems))
                (named, naming) = (item, naming + 1);
        }

        return fitting == 1 ? fits : fitting == 0 && naming == 1 && !segment.IsWholeName ? named : -1;
    }

    /// <summary>"Lamb shawarma plate", where lamb comes in a wrap and only chicken on a plate.</summary>
    public static bool IsServedOtherwise(Reader reader, in Hypothesis h, Segment segment) =>
        h is { Last: SegmentKind.Item, Gap: Gap.None, Count: 0, Current: { Item: >= 0, Trust: < 0.9 } dish } && dish.End == segment.Start && segment.End == segment.Start + 1
        && reader.Tokens[segment.Start].Key is "plate" or "platter" or "box" or "basket" && reader.Menu.Words.Find(reader.Tokens[segment.Start].Key) is >= 0 and var stem
        && reader.Menu.ItemNamesWith[stem].Length > 0 && !reader.Menu.Items[dish.Item].NameStems.Contains(stem);

    /// <summary>"A lamb wrap … and a chicken one": the only such dish of the kind that was named last; null where it is not said so.</summary>
    public static Segment? OfTheSameKind(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h.Current is not { Item: >= 0 } current)
            return null;

        // "A lamb biryani, one chicken", where chicken alone would be another dish.
        if (segment is { IsWholeName: false, Items: [var alone], Stems: [var stem] } && (h.Edit == Edit.Correct || h.JustCopied || (h.Count > 0 && h.Gap is Gap.Comma or Gap.And)) && !AreSame(reader, alone, current.Item) && Sibling(reader, stem, current.Item) is >= 0 and var sibling)
            return segment with { Items = reader.Menu.Items[sibling].Alone };
        if (segment.Items.Length < 2)
            return null;
        var isSaid = reader.IsOne(segment.End);
        if (!isSaid && !(segment.LacksHead && (h.Edit == Edit.Correct || h.JustCopied || (h.Count > 0 && h.Gap != Gap.Stop))))
            return null;
        return OnlyLike(reader, current.Item, segment.Items) is >= 0 and var same ? segment with { Items = reader.Menu.Items[same].Alone } : null;
    }

    /// <summary>"A lamb vindaloo, no, chicken": the other vindaloo, though lamb is had with chicken.</summary>
    public static bool SaysSibling(Reader reader, int dish, Segment segment)
    {
        foreach (var other in reader.Lattice.At(segment.Start))
        {
            if (other is not { Kind: SegmentKind.Item, IsWholeName: false } || other.End != segment.End)
                continue;
            if ((OnlyLike(reader, dish, other.Items) is >= 0 and var sibling && sibling != dish) || (other.Stems is [var stem] && Sibling(reader, stem, dish) >= 0))
                return true;
        }

        return false;
    }

    /// <summary>The only one of them that is the same kind of dish; -1 when there is none or several.</summary>
    public static int OnlyLike(Reader reader, int dish, int[] items)
    {
        var same = -1;
        foreach (var item in items)
        {
            if (!AreSame(reader, item, dish))
                continue;
            if (same >= 0)
                return -1;
            same = item;
        }

        return same;
    }

    /// <summary>"A salted popcorn, no wait, sweet", "a half rack, make it full": ordinary words that name the dish's sibling, where they correct; null where they do not.</summary>
    public static Segment? AsSibling(Reader reader, in Hypothesis h, Segment segment)
    {
        if (segment.Cue is not (Cue.Common or Cue.Descriptor or Cue.Filler) || h is not { Edit: Edit.Correct or Edit.MakeThat, Current: { Item: >= 0 and var dish } } || segment.End != segment.Start + 1 || !reader.EndsClause(segment.End))
            return null;
        if (reader.Menu.Words.Find(reader.Tokens[segment.Start].Key) is not (>= 0 and var stem) || reader.Menu.Items[dish].NameStems.Contains(stem) || Sibling(reader, stem, dish) is not (>= 0 and var sibling))
            return null;
        return segment with { Kind = SegmentKind.Item, Items = reader.Menu.Items[sibling].Alone, Stems = reader.Menu.Alone[stem], Why = "the other dish of the kind" };
    }

    // The only dish of the kind that has this word in its name, or the one with the shortest name: "sweet" among Sweet Popcorn and Sweet and Salted Popcorn.
    private static int Sibling(Reader reader, int stem, int dish)
    {
        var (shortest, words) = (-1, int.MaxValue);
        foreach (var name in reader.Menu.ItemNamesWith[stem])
        {
            var (item, length) = (reader.Menu.ItemNames[name].Id, reader.Menu.ItemNames[name].Stems.Length);
            if (item == dish || length > words || !AreSame(reader, item, dish))
                continue;
            if (length < words)
                (shortest, words) = (item, length);
            else if (item != shortest)
                shortest = -1;
        }

        return shortest;
    }

    public static bool AreSame(Reader reader, int item, int other) =>
        reader.Menu.Items[item].Head == reader.Menu.Items[other].Head;
}
