using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>A menu heard in one language: what its words are besides being words of the menu. Made once for each menu and language.</summary>
internal sealed class MenuTongue
{
    private readonly bool[] isSmall;
    private readonly bool[] isCarrier;
    private readonly bool[] isTelling;

    public MenuTongue(CompiledMenu menu, Phrases phrases)
    {
        Phrases = phrases;
        Knows = piece => menu.Words.Find(piece) >= 0 || phrases.MeaningOf(piece) is not null || SameFood.Knows(piece) || SamePhrases.IdOf(piece) >= 0;
        isSmall = [.. menu.Words.Stems.Select(word => char.IsAsciiDigit(word[0]) || IsOrdinary(phrases.MeaningOf(word)))];
        isCarrier = [.. menu.Words.Stems.Select(NameWords.IsCarrier)];
        isTelling = [.. menu.Words.Stems.Select((word, stem) => menu.ModifiersWith[stem].Length == 1 && phrases.MeaningOf(word) is null && !IsEveryday(stem))];
    }

    public Phrases Phrases { get; }

    /// <summary>Whether a piece of unspaced script is a word of the menu or of the lexicon.</summary>
    public Func<string, bool> Knows { get; }

    /// <summary>Words that stand for no dish by themselves: "hot", "side", "order", "bottle".</summary>
    public bool IsSmall(int stem) => isSmall[stem];

    public bool IsCarrier(int stem) => isCarrier[stem];

    public bool IsEveryday(int stem) => isCarrier[stem] || isSmall[stem];

    /// <summary>A word that no dictionary of food knows and that one modifier alone has: "romaine", "chipotle".</summary>
    public bool IsTelling(int stem) => isTelling[stem];

    private static bool IsOrdinary(PhraseMeaning? meaning) => meaning is { Cue: not Cue.Food } and not { Cue: Cue.Descriptor, Value: 1 };
}
