using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>Words beside a name that say what kind of dish it is rather than which.</summary>
internal static class KindWords
{
    // "americano coffee", "margherita pizza" where pizza is a dish too: the second word only says what kind the first is.
    public static bool OnlySays(Reader reader, Hypothesis h, Segment segment) =>
        h is { Last: SegmentKind.Item, Gap: Gap.None, Count: 0, Article: false, Current: { Item: >= 0 } current }
        && segment.End - segment.Start == 1 && current.End == segment.Start
        && Kinds.Contains(Stem.Of(reader.Tokens[segment.Start].Key))
        && !Kinds.Contains(Stem.Of(reader.Tokens[segment.Start - 1].Key));

    /// <summary>"Pizza margherita", where only the pepperoni is also called a pizza: the first word says what kind the second is.</summary>
    public static bool SaysKindOfNext(Reader reader, Segment segment)
    {
        if (segment is not { IsWholeName: false, Stems: [var stem] } || segment.End != segment.Start + 1 || segment.End >= reader.Tokens.Count)
            return false;
        foreach (var next in reader.Lattice.At(segment.End))
        {
            if (next is { Kind: SegmentKind.Item, IsWholeName: true } && !next.Items.AsSpan().ContainsAny(segment.Items) && !HasKind(reader, next) && AreOf(reader, next.Items, stem))
                return true;
        }

        return false;
    }

    // "Filter coffee tea" is two drinks, even where the menu has them under "Coffee and Tea".
    private static bool HasKind(Reader reader, Segment segment)
    {
        for (var at = segment.Start; at < segment.End; at++)
        {
            if (IsKind(reader, at))
                return true;
        }

        return false;
    }

    private static bool AreOf(Reader reader, int[] items, int stem)
    {
        foreach (var item in items)
        {
            if (!reader.Menu.Items[item].KindStems.Contains(reader.Menu.Words[stem]) && !reader.Menu.Items[item].NameStems.Contains(stem))
                return false;
        }

        return true;
    }

    /// <summary>"pastrami sandwich" where the sandwiches have a Pastrami on Rye; "Cobra beer" of a drink called Cobra.</summary>
    public static bool SaysCategory(Reader reader, in Hypothesis h, Segment segment) =>
        h is { Last: SegmentKind.Item or SegmentKind.Size, Gap: Gap.None, Count: 0, Article: false, Current: { Item: >= 0 } current }
        && segment.End - segment.Start == 1 && current.End == segment.Start - (h.Last == SegmentKind.Size ? 1 : 0)
        && Stem.Of(reader.Tokens[segment.Start].Key) is var kind && reader.Menu.Items[current.Item] is var dish
        && (segment.IsWholeName
            ? dish.NamedKinds.Contains(kind) && !IsKind(reader, segment.Start - 1)
            : dish.KindStems.Contains(kind) || (dish.Kind == "drink" && current.Trust >= 0.9 && Brewed.Contains(kind)));

    // What a drink with a name of its own may be called besides.
    private static readonly HashSet<string> Brewed = ["beer", "lager", "ale", "cider", "wine", "soda", "cerveza", "birra", "bier", "biere", "bière", "pils"];

    // How a dish is served, whichever it is.
    private static readonly HashSet<string> Forms =
        ["brochette", "brocheta", "spiedino", "spiedini", "plato", "plat", "piatto", "assiette", "racion", "porcion", "portion", "teller", "skewer", "serving"];

    private static readonly HashSet<string> Of = ["of", "de", "di", "d", "du", "des", "von", "vom"];

    /// <summary>"Un sándwich de pavo", "deux brochettes de shish taouk": what kind it is, and then which.</summary>
    public static bool SaysKindOf(Reader reader, int run, Segment joining)
    {
        if (run + 1 != joining.Start || joining.End != joining.Start + 1 || joining.End >= reader.Tokens.Count || !Of.Contains(reader.Tokens[joining.Start].Key))
            return false;
        var kind = Stem.Of(reader.Tokens[run].Key);
        foreach (var next in reader.Lattice.At(joining.End))
        {
            if (next.Kind == SegmentKind.Item && (Forms.Contains(kind) || AreAll(reader, next.Items, kind)))
                return true;
        }

        return false;
    }

    private static bool AreAll(Reader reader, int[] items, string kind)
    {
        foreach (var item in items)
        {
            if (!reader.Menu.Items[item].KindStems.Contains(kind))
                return false;
        }

        return true;
    }

    /// <summary>"Peroni pizza", where the pizzas have a Pepperoni: the beer is no pizza.</summary>
    public static bool SaysOtherCategory(Reader reader, int dish, int token)
    {
        var kind = Stem.Of(reader.Tokens[token].Key);
        if (reader.Menu.Items[dish].CategoryStems.Contains(kind) || reader.Menu.Items[dish].NameStems.Contains(reader.Menu.Words.ByStem(kind)))
            return false;
        foreach (var item in reader.Menu.Items)
        {
            if (item.CategoryStems.Contains(kind))
                return true;
        }

        return false;
    }

    private static readonly HashSet<string> Kinds =
    [
        "coffee", "tea", "soda", "juice", "beer", "lager", "wine", "pizza", "burger", "sandwich", "salad", "soup", "noodle", "pasta", "curry", "cake", "wrap",
        "bread", "sub", "taco", "roll", "sushi",
    ];

    /// <summary>"birra Corona", "vino rosso": the kind stands before the name.</summary>
    public static bool IsKind(Reader reader, int token) => Stem.Of(reader.Tokens[token].Key) is var kind && (Kinds.Contains(kind) || KindsAbroad.Contains(kind));

    private static readonly HashSet<string> KindsAbroad =
    [
        "cerveza", "birra", "biere", "bier", "vino", "vin", "wein", "cafe", "caffe", "kaffee", "te", "tee", "thé", "jus", "zumo", "succo", "saft", "sopa", "soupe", "zuppa",
        "suppe", "ensalada", "insalata", "salade", "salat", "hamburguesa", "bocadillo", "panino", "pasta", "tarta", "torta", "kuchen", "gateau", "agua", "acqua", "eau", "wasser",
        "refresco", "gelato", "helado", "glace", "eis", "cocktail", "coctel",
    ];
}
