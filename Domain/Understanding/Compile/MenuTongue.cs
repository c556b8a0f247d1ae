using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>A menu heard in one language: what its words are besides being words of the menu. Made once for each menu and language.</summary>
internal sealed class MenuTongue
{
    private static readonly HashSet<string> SetMeals = ["combo", "meal", "deal", "menu", "set", "bundle", "menue", "combinado"];

    private readonly CompiledMenu menu;
    private readonly bool[] isSmall;
    private readonly bool[] isCarrier;
    private readonly bool[] isTelling;
    private readonly bool[] isSetMeal;

    public MenuTongue(CompiledMenu menu, Phrases phrases)
    {
        this.menu = menu;
        Phrases = phrases;
        Knows = piece => menu.Words.Find(piece) >= 0 || phrases.MeaningOf(piece) is not null || SameFood.Knows(piece) || SamePhrases.IdOf(piece) >= 0 || (KatakanaIndex.IsKatakana(piece[0]) && menu.Katakana.Value.Find(piece).Count > 0);
        isSmall = [.. menu.Words.Stems.Select(word => char.IsAsciiDigit(word[0]) || (IsOrdinary(phrases.MeaningOf(word)) && phrases.MeaningOf(word + "s") is not { Cue: Cue.Food }))];
        isCarrier = [.. menu.Words.Stems.Select(NameWords.IsCarrier)];
        isSetMeal = [.. menu.Words.Stems.Select(SetMeals.Contains)];
        isTelling = [.. menu.Words.Stems.Select((word, stem) => menu.ModifiersWith[stem].Length == 1 && phrases.MeaningOf(word) is null && !IsEveryday(stem))];
    }

    public Phrases Phrases { get; }

    /// <summary>Whether a piece of unspaced script is a word of the menu or of the lexicon.</summary>
    public Func<string, bool> Knows { get; }

    public bool IsOfMenu(Token token) => token.Kind == TokenKind.Word && menu.Words.Find(token.Key) >= 0;

    public bool IsOfRestaurant(string stem) => menu.RestaurantStems.Contains(stem);

    /// <summary>Words that stand for no dish by themselves: "hot", "side", "order", "bottle".</summary>
    public bool IsSmall(int stem) => isSmall[stem];

    /// <summary>"Combo", "meal": a dish with others around it.</summary>
    public bool IsSetMeal(int stem) => isSetMeal[stem];

    public bool IsCarrier(int stem) => isCarrier[stem];

    public bool IsEveryday(int stem) => isCarrier[stem] || isSmall[stem];

    /// <summary>A word that no dictionary of food knows and that one modifier alone has: "romaine", "chipotle".</summary>
    public bool IsTelling(int stem) => isTelling[stem];

    /// <summary>"nopickles", "largechips": where a small word was written together with one of the menu; 0 where it was not.</summary>
    public int CutApart(string key)
    {
        const int shortest = 3;
        const int longest = 32;
        if (key.Length is < 5 or > longest || char.IsAsciiDigit(key[0]) || Phrases.IdOf(key) >= 0 || menu.Words.Find(key) >= 0 || SameFood.Knows(key) || menu.Joined.ContainsKey(Stem.Of(key)))
            return 0;
        for (var cut = 2; cut <= key.Length - shortest; cut++)
        {
            if (menu.Words.Find(key.AsSpan(cut)) >= 0 && Phrases.MeaningOf(WordPool.Get(key.AsSpan(0, cut))) is { Cue: Cue.Size or Cue.Remove or Cue.Extra or Cue.Light or Cue.With or Cue.Quantity })
                return cut;
        }

        return 0;
    }

    private static bool IsOrdinary(PhraseMeaning? meaning) => meaning is { Cue: not Cue.Food } and not { Cue: Cue.Descriptor or Cue.Common, Value: PhraseMeaning.MayName };
}
