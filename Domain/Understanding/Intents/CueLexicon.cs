namespace Restaurant.Domain.Understanding.Intents;

/// <summary>The phrases of cues.txt, found in a message in one pass. Immutable and shared.</summary>
internal sealed class CueLexicon
{
    private const int LongestPhrase = 14;

    // "stuck" is not "sucks", and "retard" is French for late: nobody is accused of a word that is not there. Dishes are the parser's.
    private static readonly CueSet NeverMended = CueSet.Of(CueKind.Insult, CueKind.Threat, CueKind.Swearing, CueKind.Address, CueKind.Food);

    private static readonly CueSet Rude = CueSet.Of(CueKind.Insult, CueKind.Threat, CueKind.Swearing);

    private static readonly string[] Languages = ["en", "es", "fr", "de", "it", "ja", "pt", "sv", "nl", "pl"];

    // The phrases of the others say nothing outside their own messages, and no slips are mended by them: nobody has practised with them.
    private const int Mixed = 6;

    private static readonly Lazy<CueLexicon> Shared = new(() => new(EmbeddedText.Lines("cues.txt")));

    private readonly Dictionary<ulong, Phrase> phrases = [];
    private readonly HashSet<ulong> words = [];
    private readonly HashSet<ulong> fillers = [];
    private readonly Dictionary<ulong, ulong> same = [];
    private readonly HashSet<ulong> rudeBeginnings = [];
    private readonly Dictionary<int, List<string>> rudeWords = [];
    private readonly SlipDictionary[] slips = [.. Languages.Select(_ => new SlipDictionary())];

    private CueLexicon(IEnumerable<string> lines)
    {
        var marks = new List<Mark>();
        var language = 0;
        foreach (var line in lines)
        {
            if (line.StartsWith('['))
            {
                language = Array.IndexOf(Languages, line[1..3]);
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, rest) = (line[..colon], line[(colon + 1)..].Trim());
            if (name == "same")
                AddSame(rest);
            else if (name == "filler")
                fillers.UnionWith(rest.Split(';').Select(word => Letters.Hash(word.Trim())));
            else
                AddPhrases(name.Split('@'), rest, language, marks);
        }

        foreach (var phrase in phrases.Values)
            phrase.Spread();
    }

    public static CueLexicon Default => Shared.Value;

    public static int LanguageIndex(string language) => Math.Max(0, Array.IndexOf(Languages, language));

    public bool Knows(ulong word) => words.Contains(word) || fillers.Contains(word);

    /// <summary>Whether an insult, a threat or a curse begins with this word.</summary>
    public bool BeginsRudely(ulong word) => rudeBeginnings.Contains(word);

    /// <summary>The rude words of a length, curses first: they are what people mask.</summary>
    public IReadOnlyList<string> RudeWords(int length) => rudeWords.GetValueOrDefault(length) ?? [];

    /// <summary>The hash of the usual spelling: "u" is "you". A slip of the finger in a longer word that is known nowhere is
    /// mended, by words of the message's own language and English ones: "cortado" is no Spanish "cobrado".</summary>
    public ulong Usual(ulong word, ReadOnlySpan<char> letters, int language, HashSet<ulong> vocabulary)
    {
        if (same.TryGetValue(word, out var usual))
            return usual;
        if (language >= Mixed || Knows(word) || vocabulary.Contains(word))
            return word;
        var mended = slips[language].Mend(word, letters);
        return mended == word && language > 0 ? slips[0].Mend(word, letters) : mended;
    }

    /// <summary>The longest phrase that begins at a mark, jumping over fillers. Returns how many marks it takes, 0 for none.</summary>
    public int Match(List<Mark> marks, int at, int language, out CueSet cues)
    {
        var (hash, taken, length) = (Letters.Seed, 0, 0);
        cues = CueSet.None;
        for (var i = at; i < marks.Count && length < LongestPhrase; i++)
        {
            if (marks[i].Kind is not (MarkKind.Word or MarkKind.Number))
                break;
            var next = Letters.Join(hash, marks[i].Hash);
            if (!phrases.TryGetValue(next, out var phrase))
            {
                if (i > at && fillers.Contains(marks[i].Hash))
                    continue;
                break;
            }

            (hash, length) = (next, length + 1);
            if (phrase.In(language) is { IsEmpty: false } found)
                (cues, taken) = (found, i - at + 1);
        }

        return taken;
    }

    private void AddSame(string pairs)
    {
        foreach (var pair in pairs.Split(';'))
        {
            var sides = pair.Split('=');
            same[Letters.Hash(sides[0].Trim())] = Letters.Hash(sides[1].Trim());
        }
    }

    private void AddPhrases(string[] name, string template, int language, List<Mark> marks)
    {
        var kind = Enum.Parse<CueKind>(name[0], ignoreCase: true);
        var any = name.Length > 1 && name[1] == "any";
        var own = name.Length > 1 && !any ? Array.IndexOf(Languages, name[1]) : language;
        foreach (var text in Choices.All(template).Select(text => text.Trim()).Distinct())
        {
            MarkReader.Read(text, marks);
            if (own < Mixed && Rude.Has(kind))
                AddRude(kind, text, marks);
            var hash = Letters.Seed;
            for (var i = 0; i < marks.Count; i++)
            {
                hash = Letters.Join(hash, marks[i].Hash);
                if (own < Mixed)
                {
                    words.Add(marks[i].Hash);
                    if (marks[i].Kind == MarkKind.Word && !NeverMended.Has(kind))
                        slips[own].Add(text.AsSpan(marks[i].Start, marks[i].Length), marks[i].Hash);
                }

                if (!phrases.TryGetValue(hash, out var phrase))
                    phrases[hash] = phrase = new();
                if (i == marks.Count - 1)
                    phrase.Add(kind, own, any, isPlain: own >= Mixed || (text.Length < 6 && marks.Count == 1));
            }
        }
    }

    private void AddRude(CueKind kind, string text, List<Mark> marks)
    {
        rudeBeginnings.Add(marks[0].Hash);
        if (marks.Count > 1 || marks[0].Length != text.Length)
            return;
        if (!rudeWords.TryGetValue(text.Length, out var words))
            rudeWords[text.Length] = words = [];
        var word = string.Concat(text.Select(Letters.Of));
        if (!words.Contains(word))
            words.Insert(kind == CueKind.Swearing ? 0 : words.Count, word);
    }

    private sealed class Phrase
    {
        private readonly CueSet[] byLanguage = new CueSet[Languages.Length];
        private CueSet elsewhere;

        public CueSet In(int language) => byLanguage[language];

        public void Add(CueKind kind, int language, bool any, bool isPlain)
        {
            var cue = CueSet.Of(kind);
            byLanguage[language] |= cue;
            if (any)
            {
                for (var i = 0; i < byLanguage.Length; i++)
                    byLanguage[i] |= cue;
            }
            else if (language == 0 || !isPlain)
            {
                elsewhere |= cue;
            }
        }

        /// <summary>A phrase counts in other languages too, where they do not use it for something of their own.</summary>
        public void Spread()
        {
            for (var i = 0; i < byLanguage.Length; i++)
            {
                if (byLanguage[i].IsEmpty)
                    byLanguage[i] = elsewhere;
            }
        }
    }
}
