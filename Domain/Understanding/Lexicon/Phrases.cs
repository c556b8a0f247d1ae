using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <param name="Value">The number of a quantity, the class of a size; otherwise 0.</param>
internal sealed record PhraseMeaning(Cue Cue, int Value)
{
    /// <summary>The value of a word that may still name a dish by itself, where a menu uses it: "the royal one", "two grilled".</summary>
    public const int MayName = 1;
}

/// <summary>
/// The phrases of all languages in one trie. Where two languages share a word, the message's own language wins,
/// then English, then the others.
/// </summary>
internal sealed class Phrases
{
    private static readonly (string Language, string Cues)[] Languages =
    [
        ("en", English.Cues), ("es", Spanish.Cues), ("fr", French.Cues), ("de", German.Cues), ("it", Italian.Cues), ("ja", Japanese.Cues),
        ("pt", Portuguese.Cues), ("sv", Swedish.Cues), ("nl", Dutch.Cues), ("pl", Polish.Cues),
    ];

    // The first six are often mixed; the small words of the others are other words elsewhere, so that they are heard in their own messages only.
    private const int Mixed = 6;

    private static readonly Dictionary<string, Lazy<Phrases>> ByLanguage =
        Languages.ToDictionary(language => language.Language, language => new Lazy<Phrases>(() => new(language.Language)));

    private readonly Dictionary<string, int> words = [];
    private readonly PhraseMeaning?[] alone;
    private readonly WordTrie<PhraseMeaning> trie = new();

    private Phrases(string first)
    {
        Knows = piece => MeaningOf(piece) is not null;
        Language = Array.FindIndex(Languages, language => language.Language == first);
        foreach (var (language, cues) in Languages.Where((language, index) => index < Mixed || language.Language == first).OrderBy(language => language.Language == first ? 0 : language.Language == "en" ? 1 : 2))
        {
            foreach (var line in cues.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                AddLine(line);
            if (language == "en")
                AddPlain();
        }

        alone = [.. Enumerable.Range(0, words.Count).Select(id => trie.At(trie.Step(WordTrie.Root, id)))];
    }

    public static Phrases For(string language) => (ByLanguage.GetValueOrDefault(language) ?? ByLanguage["en"]).Value;

    /// <summary>What a word means in the first language that has a meaning for it.</summary>
    public static PhraseMeaning? InAny(string word)
    {
        foreach (var (language, _) in Languages)
        {
            if (For(language).MeaningOf(word) is { } meaning)
                return meaning;
        }

        return null;
    }

    public static int LanguageCount => Languages.Length;

    public static string CodeOf(int language) => Languages[language].Language;

    /// <summary>A language as one bit of several.</summary>
    public static int BitOf(string language) => 1 << Array.FindIndex(Languages, known => known.Language == language);

    /// <summary>Whether a piece of unspaced script is a word by itself.</summary>
    public Func<string, bool> Knows { get; }

    /// <summary>Which language goes first, counted from 0.</summary>
    public int Language { get; }

    public bool IsFrench => Languages[Language].Language == "fr";

    public WordTrie<PhraseMeaning> Trie => trie;

    public int IdOf(string key) => words.GetValueOrDefault(key, -1);

    /// <summary>Whether this word alone means something: then it is nobody's typing error.</summary>
    public PhraseMeaning? MeaningOf(string key) => MeaningOf(IdOf(key));

    public PhraseMeaning? MeaningOf(int id) => id < 0 ? null : alone[id];

    /// <summary>The longest phrase that begins at a token; one token without a meaning where there is none.</summary>
    /// <param name="ends">Whether a phrase may not go on over this token.</param>
    public (int Length, PhraseMeaning? Meaning) LongestAt(List<Token> tokens, int at, Func<Token, bool>? ends = null)
    {
        (int Length, PhraseMeaning? Meaning) longest = (1, null);
        var node = WordTrie.Root;
        for (var i = at; i < tokens.Count && tokens[i].Kind is TokenKind.Word or TokenKind.Number; i++)
        {
            var id = IdOf(tokens[i].Key);
            if (id < 0 || (i > at && ends?.Invoke(tokens[i]) == true) || (node = trie.Step(node, id)) < 0)
                break;
            if (trie.At(node) is { } meaning)
                longest = (i - at + 1, meaning);
        }

        return longest;
    }

    private void AddLine(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon].Split(' ');
        var meaning = new PhraseMeaning(Enum.Parse<Cue>(head[0], ignoreCase: true), head.Length > 1 ? int.Parse(head[1], null) : 0);
        foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Add(phrase, meaning);
            foreach (var you in phrase.Contains(" you ", StringComparison.Ordinal) ? You : [])
                Add(phrase.Replace(" you ", you, StringComparison.Ordinal), meaning);
        }
    }

    // "Can u add", "if ya have it".
    private static readonly string[] You = [" u ", " ya "];

    private void AddPlain()
    {
        foreach (var word in FoodWords.All.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            Add(word, new(Cue.Food, 0));
        foreach (var word in English.Common.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            Add(word, new(Cue.Common, 0));
        foreach (var word in EverydayWords.All.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            Add(word, new(Cue.Common, PhraseMeaning.MayName));
    }

    // The first meaning stays.
    private void Add(string phrase, PhraseMeaning meaning)
    {
        var node = WordTrie.Root;
        foreach (var word in Folding.Fold(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!words.TryGetValue(word, out var id))
                words.Add(word, id = words.Count);
            node = trie.Grow(node, id);
        }

        if (trie.At(node) is null)
            trie.Put(node, meaning);
    }
}
