using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>Every word that names of foods are made of. All forms of one word have one number.</summary>
internal sealed class FoodVocabulary
{
    public const byte AllLanguages = 0x3F;

    private readonly Dictionary<string, int> ids = [];
    private readonly List<byte> languages = [];
    private readonly List<string> stems = [];

    /// <summary>The form that the files write.</summary>
    public string this[int id] => stems[id];

    public int Count => languages.Count;

    /// <summary>-1 for words that are in no name.</summary>
    public int IdOf(string stem) => ids.GetValueOrDefault(stem, -1);

    /// <summary>The languages in which the word names a food by itself: one bit each.</summary>
    public byte LanguagesOf(int id) => languages[id];

    /// <param name="folded">The word as messages have it.</param>
    /// <param name="isAccented">Whether its last letter had an accent.</param>
    public int Add(string folded, bool isAccented, byte spokenIn, bool saysHow)
    {
        var stem = Stem.Of(folded);
        if (!ids.TryGetValue(stem, out var id))
        {
            ids.Add(stem, id = languages.Count);
            languages.Add(0);
            stems.Add(stem);
        }

        if (spokenIn == AllLanguages)
        {
            // Spanish adds a syllable: "frijol", "frijoles".
            if (folded[^1] is 'l' or 'n' or 'r')
                ids.TryAdd(Stem.Of(folded + "es"), id);
            return id;
        }

        for (var language = 0; language < Phrases.LanguageCount; language++)
        {
            if ((spokenIn & (1 << language)) == 0)
                continue;
            foreach (var form in FoodForms.Of(folded, language, isAccented, saysHow))
            {
                if (!IsOrdinary(form))
                    ids.TryAdd(Stem.Of(form), id);
            }
        }

        return id;
    }

    public void SayIn(int id, byte spokenIn) => languages[id] |= spokenIn;

    // Italian "mora" has the plural "more".
    private static bool IsOrdinary(string form) => Phrases.For("en").MeaningOf(form) is { Cue: not (Cue.Food or Cue.Container) };
}
