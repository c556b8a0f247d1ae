using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>A dish with what it offers: modifiers by index, sizes by spelling and by class.</summary>
internal sealed class CompiledItem(MenuItem item, string kind, int id)
{
    /// <summary>The words of its category's name, as stems: "sandwich" behind a dish among the sandwiches says nothing new.</summary>
    public required HashSet<string> CategoryStems { get; init; }

    /// <summary>The words of its groups of extras, as stems: "eggs" in "eggs scrambled".</summary>
    public required HashSet<string> GroupStems { get; init; }

    /// <summary>What a customer may call the kind of dish it is, as stems.</summary>
    public required HashSet<string> KindStems { get; init; }

    /// <summary>Those of them that its name says, whatever else is on the menu: an americano is a coffee.</summary>
    public required HashSet<string> NamedKinds { get; init; }

    /// <summary>Words that it shares with most of its category: leaving them out says as much.</summary>
    public HashSet<int> ClassStems { get; } = [];

    /// <summary>A set meal: one of its groups is a choice of drinks.</summary>
    public bool ComesWithDrink => GroupStems.Contains("drink");

    /// <summary>A box of twelve, a platter: what is in it is counted.</summary>
    public bool HoldsMany { get; } = Assortments.Contains(item.Name);

    /// <summary>This dish and no other, as a list.</summary>
    public int[] Alone { get; } = [id];
    public MenuItem Item { get; } = item;
    private readonly int[] scoops = [.. item.Sizes.Select(size => Scoops.In(size.Name, kind))];
    public string Kind { get; } = kind;
    public HashSet<int> Modifiers { get; } = [];
    public Dictionary<int, int> SizeBySpelling { get; } = [];
    public Dictionary<int, int> SizeByClass { get; } = [];

    /// <summary>Sizes that are a number of pieces: "12 wings" is one portion of twelve.</summary>
    public Dictionary<int, int> SizeByNumber { get; } = [];

    /// <summary>Sizes that are so many inches or ounces: "margherita 12".</summary>
    public Dictionary<int, int> SizeByMeasure { get; } = [];

    /// <summary>The size that is so many pieces, or so much; -1 where it comes in none.</summary>
    public int SizeSaying(int number) => SizeByNumber.TryGetValue(number, out var size) || SizeByMeasure.TryGetValue(number, out size) ? size : -1;

    /// <summary>How many scoops of ice cream a size is, by its name; 0 where it is none of scoops.</summary>
    public int ScoopsOf(int size) => scoops[size];

    /// <summary>By dish: the extra of this one that is half of it.</summary>
    public Dictionary<int, int> Halves { get; set; } = [];

    /// <summary>All words of all its names.</summary>
    public HashSet<int> NameStems { get; } = [];

    /// <summary>Words of its ingredients and description: what is in the dish without asking.</summary>
    public HashSet<int> OwnStems { get; } = [];

    /// <summary>What its names say of its kind, for <see cref="OtherKinds"/>.</summary>
    public ulong OwnKinds { get; set; }

    /// <summary>The word of its first name that says what it is.</summary>
    public int Head { get; set; } = -1;

    /// <summary>Whether it comes with this without being asked: all words of one of its names are among its own.</summary>
    public bool Comes(CompiledModifier modifier)
    {
        foreach (var name in modifier.Names)
        {
            if (HasAll(OwnStems, name.Stems))
                return true;
        }

        return false;
    }

    /// <summary>Whether its names have all these words.</summary>
    public bool IsNamedBy(int[] stems) => HasAll(NameStems, stems);

    /// <summary>Whether its own name, not one of its other names, has this word.</summary>
    public bool IsCalled(int stem) => NameStems.Contains(stem) && OwnStems.Contains(stem);

    private static bool HasAll(HashSet<int> own, int[] stems)
    {
        foreach (var stem in stems)
        {
            if (!own.Contains(stem))
                return false;
        }

        return true;
    }
}

internal sealed class CompiledModifier(Modifier modifier, int group, int id)
{
    /// <summary>This modifier and no other, as a list.</summary>
    public int[] Alone { get; } = [id];
    public Modifier Modifier { get; } = modifier;
    public int Group { get; } = group;

    /// <summary>The word that all of its group are, as a stem: "sauce" among the sauces. Alone it does not say which.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What it is one degree of.</summary>
    public Degree Degree { get; init; }

    /// <summary>Whether a dish has one of its group and no second: a protein, a milk, a bread.</summary>
    public bool IsChoice { get; init; }
    public List<MenuName> Names { get; } = [];
}

/// <summary>Everything the parser looks up about one menu.</summary>
internal sealed class CompiledMenu
{
    private readonly MenuTongue?[] tongues = new MenuTongue?[Phrases.LanguageCount];

    /// <summary>The words of the restaurant's own name, as stems.</summary>
    public required HashSet<string> RestaurantStems { get; init; }

    public required Vocabulary Words { get; init; }
    public required WordTrie<NamesHere> Names { get; init; }
    public required CompiledItem[] Items { get; init; }
    public required CompiledModifier[] Modifiers { get; init; }
    public required MenuName[] ItemNames { get; init; }

    /// <summary>On a menu whose dishes are numbered: the dish by its number.</summary>
    public required Dictionary<int, int> ItemByNumber { get; init; }

    /// <summary>On a menu whose dishes have codes of letters and digits: the dish by its code, "b12".</summary>
    public required Dictionary<string, int> ItemByCode { get; init; }

    /// <summary>By an amount, as its key: the size's spelling. "250 g", "0.5 l", "10 people".</summary>
    public required Dictionary<string, int> SizeByMeasure { get; init; }

    /// <summary>By modifier: the only item that offers it, or -1. "A large Sprite" is a large soft drink.</summary>
    public required int[] OnlyItemWith { get; init; }

    /// <summary>By spelling of a size: the only item that comes in it, or -1. "A short stack" is a short stack of pancakes.</summary>
    public required int[] OnlyItemInSize { get; init; }

    /// <summary>By word: how many extras of one group end in it, so that the rest of their names tells them apart: "rye toast", "wheat toast".</summary>
    public required int[] ExtrasEndingIn { get; init; }

    /// <summary>By word: the names of items that contain it.</summary>
    public required int[][] ItemNamesWith { get; init; }

    /// <summary>By word: the modifiers with a name that contains it.</summary>
    public required int[][] ModifiersWith { get; init; }

    /// <summary>How much a word tells apart: rare words weigh more.</summary>
    public required double[] Weight { get; init; }

    /// <summary>Words that names write apart and customers together: "hotchocolate".</summary>
    public required Dictionary<string, int[]> Joined { get; init; }

    /// <summary>By a word: words of dishes' names that are the same but for "-ed": "ice" for "iced".</summary>
    public required Dictionary<string, List<int>> OtherEndings { get; init; }

    /// <summary>By menu word: the menu words that name the same food.</summary>
    public required SameFoodLinks SameFood { get; init; }

    /// <summary>Single words that this menu itself uses for one dish or modifier: "guac" and "guacamole".</summary>
    public required Dictionary<string, List<int>> OtherNames { get; init; }

    /// <summary>Phrases that name what this menu calls otherwise.</summary>
    public required PhraseLinks SamePhrases { get; init; }

    /// <summary>Made when the first message in katakana comes.</summary>
    public required Lazy<KatakanaIndex> Katakana { get; init; }

    public required TypoIndex Typos { get; init; }

    /// <summary>By word: this word and no other, as a list.</summary>
    public required int[][] Alone { get; init; }

    /// <summary>By word: which letters it has, one bit each.</summary>
    public required uint[] Letters { get; init; }

    /// <summary>By item name: how much its words weigh together.</summary>
    public required double[] ItemNameWeight { get; init; }

    public MenuTongue In(Phrases phrases) => tongues[phrases.Language] ??= new(this, phrases);
}
