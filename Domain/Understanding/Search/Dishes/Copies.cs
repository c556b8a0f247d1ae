using Restaurant.Domain.Understanding.Search.Extras;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>What was ordered is wanted once more: "the same again, but large", "same for my brother", "another one".</summary>
internal static class Copies
{
    // Nobody repeats an order of more dishes with two words.
    private const int MostDishes = 8;

    /// <summary>"A burger, chips, a cola. Same for my wife": all that was asked for before; null where only the newest dish is meant.</summary>
    public static Hypothesis? Same(Reader reader, Hypothesis h)
    {
        if (h is not { Count: 0, Lines: { Head: var newest, Tail: not null } })
            return null;

        // "For my wife the same": she is asked for by these words, the dishes by those before.
        var isFor = h.AskedAt > newest.End && BeginsSentence(reader, newest.End, h.AskedAt);
        if (h.Gap != Gap.Stop && !isFor)
            return null;
        var asked = isFor ? AskedBefore(reader, newest.Start) : h.AskedAt;
        var (copies, named) = ((Chain<DraftLine>?)null, 0);
        foreach (var line in h.Lines.Each())
        {
            if (line.End <= asked || line.IsUnknown || line.Role is Role.Question or Role.Story)
                break;
            if (line.IsShare || line.IsRest || ++named > MostDishes)
                return null;
            copies = copies.Push(line);
        }

        if (named < 2)
            return null;
        var lines = h.Lines;
        foreach (var copy in copies.Each())
            lines = lines.Push(copy with { });
        return h with { Lines = lines, JustCopied = true, Slot = Slot.Part, Gap = Gap.None, Last = Lattice.SegmentKind.Item, Article = false };
    }

    private static bool BeginsSentence(Reader reader, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (reader.Tokens[at].Kind is TokenKind.Stop or TokenKind.Line)
                return true;
        }

        return false;
    }

    private static int AskedBefore(Reader reader, int at)
    {
        while (--at >= 0)
        {
            if (reader.Begins(at, Lexicon.Cue.ForPerson) || reader.Begins(at, Lexicon.Cue.Request))
                break;
        }

        return at;
    }

    /// <summary>"Meg: what Jo's having": all that the list says under that name.</summary>
    public static Hypothesis Told(Reader reader, Hypothesis h, Lattice.Segment segment)
    {
        var (heading, end) = (segment.Value, segment.Value + 1);
        var isBare = !reader.Tokens[end].IsBreak;
        while (end < reader.Tokens.Count && reader.Tokens[end].Kind != TokenKind.Line && !(isBare && reader.Tokens[end].Kind == TokenKind.Stop) && !(end > heading + 1 && reader.Tokens[end].Key == Token.Colon))
            end++;
        var (told, lines) = ((Chain<DraftLine>?)null, h.Lines);
        foreach (var line in h.Lines.Each())
        {
            if (line.Start <= heading)
                break;
            if (line.Start < end && !line.IsUnknown && (told?.Count ?? 0) < MostDishes)
                told = told.Push(line with { IsShare = false, Start = segment.Start, NameStart = segment.Start, End = segment.End });
        }

        foreach (var line in told.Each())
            lines = lines.Push(line);
        return told is null ? h.Doubt("what somebody else has is not clear") : h with { Lines = lines, Count = 0, CountAt = -1, JustCopied = true, Slot = Slot.Part, Gap = Gap.None, Last = Lattice.SegmentKind.Item, Article = false };
    }

    /// <summary>"Make it two, my boss wants the same": it says why there are two, and orders no more.</summary>
    public static bool IsWhy(Reader reader, int at)
    {
        const int farthest = 10;
        for (var before = at - 1; before > Math.Max(0, at - farthest) && reader.Tokens[before].Kind is not (TokenKind.Stop or TokenKind.Line); before--)
        {
            if (reader.IsNumber(before) && reader.Tokens[before - 1].Key is "it" or "that" or "them" && before > 1 && reader.Tokens[before - 2].Key is "make")
                return true;
        }

        return false;
    }

    /// <summary>"Another one identical", "two small of the same": the words before copied it.</summary>
    public static bool IsSaid(Reader reader, in Hypothesis h, int at) =>
        h.Gap == Gap.None && (h.JustCopied || (h is { Last: Lattice.SegmentKind.Size, HeldSize: null, Count: 0 } && reader.Tokens[at - 1].Key == "of"));

    /// <summary>"The same drink but small": not the dish that was named last; null where no kind of dish is named.</summary>
    public static Hypothesis? OfKind(Reader reader, in Hypothesis h, int at)
    {
        if (at >= reader.Tokens.Count || reader.Tokens[at] is not { Kind: TokenKind.Word, Key: var word } || reader.Tokens[at - 1].Key != "same")
            return null;
        var (kind, left) = (Stem.Of(word), MostDishes);
        foreach (var line in h.Lines.Each())
        {
            if (left-- == 0)
                break;
            if (line is not { Item: >= 0, Quantity: > 0, Role: not (Role.Question or Role.Story) } || reader.Menu.Items[line.Item] is not { } dish || !(dish.Kind == kind || dish.KindStems.Contains(kind) || dish.CategoryStems.Contains(kind)))
                continue;
            return Of(h.Raise(line), 0, isBare: false) with { Skip = at };
        }

        return null;
    }

    /// <summary>"A shish with onion, a kofte the same": dressed like the dish before.</summary>
    public static Hypothesis? Like(Reader reader, Hypothesis h)
    {
        if (h is not { Last: Lattice.SegmentKind.Item or Lattice.SegmentKind.Size, Gap: Gap.None, Count: 0, Current: { Item: >= 0, Modifiers: null, Role: not (Role.Question or Role.Story) } line, Lines.Tail: { Head: { Item: >= 0 } before } others })
            return null;

        // "Another lava cake the same way": as the other lava cake.
        var like = reader.KeyAt(line.NameStart - 1) == "another" && others.Newest(DraftLine.TraitOf(line.Item), line.Item, static (other, item) => other.Item == item && other.Modifiers is not null) is { } twin ? twin : before;
        if (like.Item == line.Item ? like.Modifiers is null : like.Modifiers is null && like.Size < 0)
            return null;
        return h.WithCurrent(Dressed(reader, line, like)) with { JustCopied = true, Slot = Slot.Part };
    }

    /// <summary>The line with all that the other one has and that its dish is had with.</summary>
    public static DraftLine Dressed(Reader reader, DraftLine line, DraftLine like)
    {
        foreach (var modifier in like.Modifiers.OldestFirst())
            line = Attach.To(reader, line, modifier.Segment, modifier.Action, modifier.Quantity) ?? line;
        return like.Size >= 0 && line.Size < 0
            ? line with { Size = reader.SizeNamed(line.Item, reader.Menu.Items[like.Item].Item.Sizes[like.Size].Name) }
            : line;
    }

    /// <summary>"A breakfast with poached eggs, another one scrambled": dressed anew.</summary>
    public static bool IsOfItsOwn(Reader reader, in Hypothesis h, int at, bool isInstead)
    {
        if (h.Current is not { Item: >= 0, Modifiers: not null } dish || at >= reader.Tokens.Count)
            return false;

        // "Another one, large: romaine, chicken".
        const int farthest = 3;
        for (var next = at; isInstead && next < Math.Min(at + farthest, reader.Tokens.Count); next++)
        {
            if (reader.Tokens[next].Key == Token.Colon)
                return true;
        }

        foreach (var next in reader.Lattice.At(at))
        {
            if (next.Kind == Lattice.SegmentKind.Modifier && Attach.ExcludedBy(reader, dish, next, isInstead) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>"A large latte and a mocha, same size": as large, and nothing else.</summary>
    public static Hypothesis? SameSize(Reader reader, in Hypothesis h, int at)
    {
        if (at >= reader.Tokens.Count || reader.Tokens[at].Key is not ("size" or "sized") || h.Current is not { Item: >= 0, Size: < 0 } line)
            return null;
        var left = MostDishes;
        foreach (var before in h.Lines!.Tail.Each())
        {
            if (left-- == 0)
                break;
            if (before is { Item: >= 0, Size: >= 0 })
                return h.WithCurrent(line with { Size = reader.SizeNamed(line.Item, reader.Menu.Items[before.Item].Item.Sizes[before.Size].Name) }) with { Last = Lattice.SegmentKind.Size };
        }

        return null;
    }

    // What else may be the same as last time.
    private static readonly HashSet<string> Others =
    [
        "address", "place", "card", "name", "number", "time", "table", "phone", "account", "desk", "room", "car", "spot", "details", "pickup", "delivery", "payment", "day", "flat", "door", "email", "location", "house", "office", "building",
        "direccion", "tarjeta", "nombre", "hora", "mesa", "adresse", "carte", "nom", "heure", "karte", "uhrzeit", "tisch", "indirizzo", "carta", "nome", "ora", "tavolo",
    ];

    /// <summary>"Same address": no dish is wanted again.</summary>
    public static bool IsOfElse(Reader reader, int at) => Others.Contains(reader.KeyAt(at));

    /// <param name="isBare">"a roll with shrimp and another with beef": the other one has its own extras.</param>
    public static Hypothesis Of(Hypothesis h, int quantity, bool isBare)
    {
        if (h.Current is not { IsUnknown: false, Role: not (Role.Question or Role.Story) } line)
            return h;
        var copy = line with { Quantity = quantity > 0 ? quantity : h.Count > 0 ? h.Count : line.Quantity, IsShare = false, Modifiers = isBare ? null : line.Modifiers };
        return h with { Lines = h.Lines.Push(copy), Count = 0, JustCopied = true, Slot = Slot.Part, Gap = Gap.None, Last = Lattice.SegmentKind.Item, Article = false };
    }
}
