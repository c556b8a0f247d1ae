namespace Restaurant.Domain.Understanding.Compile;

internal enum NameKind : byte
{
    Item,
    Modifier,
    Size,
}

/// <summary>One way to say an item, a modifier or a size.</summary>
/// <param name="Id">Index of the item or modifier; for sizes, of the size's spelling.</param>
/// <param name="Stems">Its words in order, without joining words.</param>
/// <param name="Spelling">Its words as the menu writes them, which tells "veggie" from "veggies".</param>
/// <param name="Head">The word that says what it is: "burger" in "Turkey Burger", "bowl" in "Bowl of Rice".</param>
internal sealed record MenuName(NameKind Kind, int Id, string Text, bool IsAlias, int[] Stems, int Head, string Spelling);

/// <summary>Everything that one and the same sequence of words may name.</summary>
internal sealed class NamesHere
{
    public List<MenuName> Items { get; } = [];
    public List<MenuName> Modifiers { get; } = [];
    public List<MenuName> Sizes { get; } = [];

    public List<MenuName> Of(NameKind kind) => kind switch
    {
        NameKind.Item => Items,
        NameKind.Modifier => Modifiers,
        _ => Sizes,
    };
}
