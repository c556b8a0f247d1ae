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
internal sealed class NamesHere(int[] stems)
{
    public int[] Stems => stems;
    public List<MenuName> Items { get; } = [];
    public List<MenuName> Modifiers { get; } = [];
    public List<MenuName> Sizes { get; } = [];

    public int[] ModifierIds { get; private set; } = [];

    /// <summary>No modifier here is nearer to what was said than the others.</summary>
    public bool AreModifiersSpeltAlike { get; private set; }
    public string WhyItem { get; private set; } = "by its name";
    public int SizeClass { get; private set; } = SizeClasses.None;

    /// <summary>Notes what does not change any more once the menu is read.</summary>
    public void Settle(Vocabulary words)
    {
        ModifierIds = [.. Modifiers.Select(name => name.Id)];
        AreModifiersSpeltAlike = Modifiers.TrueForAll(name => name.Spelling == Modifiers[0].Spelling && name.IsAlias == Modifiers[0].IsAlias);
        if (Items is [{ IsAlias: true } alias, ..])
            WhyItem = $"by its other name '{alias.Text}'";
        if (Sizes.Count > 0)
            SizeClass = SizeClasses.Of(stems.Select(stem => words[stem]).ToArray());
    }

    public List<MenuName> Of(NameKind kind) => kind switch
    {
        NameKind.Item => Items,
        NameKind.Modifier => Modifiers,
        _ => Sizes,
    };
}
