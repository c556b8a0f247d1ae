using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>All that one word is by itself, on one menu and in one language: looked up once, because people say the same words.</summary>
internal sealed class KnownWord(string key, MenuTongue tongue)
{
    /// <summary>Of the word in the phrases; -1 when they do not have it.</summary>
    public int Id { get; } = tongue.Phrases.IdOf(key);

    /// <summary>What the word means by itself.</summary>
    public PhraseMeaning? Alone { get; } = tongue.Phrases.MeaningOf(key);

    public bool IsJoining { get; } = tongue.Phrases.Language == 0 ? NameWords.Joining.Contains(key) || key is "l" or "w" : NameWords.JoinsAbroad(key);

    /// <summary>"Mr", "Pastor": a person's name comes.</summary>
    public bool IsTitle { get; } = Titles.Contains(key);

    /// <summary>"Dear", "hey": somebody is spoken to.</summary>
    public bool IsGreeting { get; } = Titles.Greets(key);

    /// <summary>A word of the restaurant's own name.</summary>
    public bool IsOfRestaurant { get; } = tongue.IsOfRestaurant(Tokens.Stem.Of(key));

    /// <summary>Where two words were written as one; 0 where they were not.</summary>
    public int Cut { get; } = tongue.CutApart(key);

    public string Stem { get; } = StemOf(key);

    /// <summary>Of its stem among the phrases for things to eat and drink; -1 when it is in none.</summary>
    public int Thing { get; } = SamePhrases.IdOf(StemOf(key));

    /// <summary>As a word of the menu, as it is written or in another form. Filled when it is first asked for, and so are the next two.</summary>
    public WordReading[]? Named { get; set; }

    /// <summary>As another word for the same.</summary>
    public WordReading[]? Others { get; set; }

    /// <summary>As a word of the menu that was written wrongly.</summary>
    public WordReading[]? Guesses { get; set; }

    // "2 ojs".
    private static string StemOf(string key) =>
        key is [_, _, 's'] && SamePhrases.IdOf(key) < 0 && WordPool.Get(key.AsSpan(0, 2)) is var two && SamePhrases.IdOf(two) >= 0 ? two : Tokens.Stem.Of(key);
}
