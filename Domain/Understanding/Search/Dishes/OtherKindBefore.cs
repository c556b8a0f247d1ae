using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>"A meat samosa", where the only samosa is a vegetable one: the word right before a dish says that it is not meant.</summary>
internal static class OtherKindBefore
{
    /// <summary>Notes word and dish as something that the menu lacks; null where nothing speaks against the dish.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment segment)
    {
        // "Hot tea", as another word for tea.
        if (Excludes(reader, segment, segment.Start))
            return Report(reader, h, segment.Start, segment.End);

        if (DietBefore.At(reader, segment) is >= 0 and var diet)
            return Report(reader, h, diet, segment.End);

        // "Rogan josh, boiled rice", "chips with salt, sweet potatoes": what the word before was read as stands.
        if (h is { Gap: Gap.None, Held: null, Last: SegmentKind.Item or SegmentKind.Modifier } || !IsBefore(reader, segment))
            return null;
        return Report(reader, h, h.Held?.Head.Segment.End == segment.Start ? segment.Start : segment.Start - 1, segment.End);
    }

    /// <summary>Whether the word before excludes every dish that is read here, and is none of its extras.</summary>
    public static bool IsBefore(Reader reader, Segment segment) => segment.Start > 0 && Excludes(reader, segment, segment.Start - 1);

    /// <summary>"Meat khinkali", where of several one is made of meat; otherwise the words as they are.</summary>
    public static Segment Narrow(Reader reader, Segment segment)
    {
        if (segment.Items.Length < 2 || segment.Start == 0)
            return segment;
        var (stem, only) = (Stem.Of(reader.Tokens[segment.Start - 1].Key), -1);
        foreach (var item in segment.Items)
        {
            if (!OtherKinds.Covers(stem, reader.Menu.Items[item].OwnKinds))
                continue;
            if (only >= 0)
                return segment;
            only = item;
        }

        return only < 0 ? segment : segment with { Items = reader.Menu.Items[only].Alone, IsWholeName = true };
    }

    /// <summary>Whether that word says another kind than this dish is: "a hot one" behind an iced coffee.</summary>
    public static bool Says(Reader reader, int item, int token) =>
        token >= 0 && reader.Tokens[token].Kind == TokenKind.Word && OtherKinds.Excludes(Stem.Of(reader.Tokens[token].Key), reader.Menu.Items[item].OwnKinds);

    /// <summary>The only dish of the same sort that has that word in its name; -1 where there is none or several.</summary>
    public static int Sibling(Reader reader, int item, int token)
    {
        if (reader.Menu.Words.Find(reader.Tokens[token].Key) is not (>= 0 and var word))
            return -1;
        var only = -1;
        foreach (var name in reader.Menu.ItemNamesWith[word])
        {
            var other = reader.Menu.ItemNames[name].Id;
            if (other == only || other == item || !ItemKinds.AreSame(reader, other, item))
                continue;
            if (only >= 0)
                return -1;
            only = other;
        }

        return only;
    }

    private static Hypothesis Report(Reader reader, in Hypothesis h, int start, int end) => Runs.Report(reader, h with { Slot = Slot.Dish }, start, end).Gain(-0.5);

    private static bool Excludes(Reader reader, Segment segment, int token)
    {
        if (segment.Items.Length == 0 || reader.Tokens[token] is not { Kind: TokenKind.Word } word)
            return false;
        var stem = Stem.Of(word.Key);
        foreach (var item in segment.Items)
        {
            if (!OtherKinds.Excludes(stem, reader.Menu.Items[item].OwnKinds) || reader.OffersNext(item, token))
                return false;
        }

        return true;
    }
}
