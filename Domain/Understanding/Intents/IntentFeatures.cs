namespace Restaurant.Domain.Understanding.Intents;

/// <summary>
/// Turns a message and its reading into features, each a hash: words and their neighbours (dishes and numbers stand for all dishes and
/// numbers, so that nothing is learned about one menu), the cues in their order and clause by clause, and what the reading found.
/// </summary>
internal sealed class IntentFeatures
{
    private const int MostMarks = 400;

    [ThreadStatic]
    private static IntentFeatures? shared;

    private readonly List<Mark> marks = [];
    private readonly List<Mark> placed = [];
    private readonly List<CueSet> cues = [];
    private readonly FeatureList features = new();
    private readonly WordFeatures words = new();
    private readonly List<FoundCue> found = [];
    private string text = "";

    private readonly Func<Mark, bool> isAboutUs;

    private IntentFeatures() => isAboutUs = IsAboutUs;

    /// <summary>Its lists are used again for the next message: take what is needed before the next call on the same thread.</summary>
    public static IntentFeatures Of(ScreenedMessage message, OrderReading reading, HashSet<ulong> vocabulary)
    {
        shared ??= new();
        shared.Read(message, reading, vocabulary);
        return shared;
    }

    /// <summary>The words as they are counted for the vocabulary, and nothing else of the message.</summary>
    public static ulong[] WordsOf(ScreenedMessage message, OrderReading reading, HashSet<ulong> vocabulary)
    {
        shared ??= new();
        shared.Place(message, reading, vocabulary);
        return [.. shared.placed.Where(mark => mark.Kind == MarkKind.Word).Select(mark => mark.Hash)];
    }

    public ReadOnlySpan<ulong> All => features.All;

    /// <summary>The share of the words that nobody has practised with, 0 to 1.</summary>
    public double Strange { get; private set; }

    /// <summary>The cues in the order of the words.</summary>
    public List<FoundCue> Found => found;

    public string WordsOf(FoundCue cue)
    {
        var words = text[cue.Start..cue.End];
        return words.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : words.Trim(' ');
    }

    private void Read(ScreenedMessage message, OrderReading reading, HashSet<ulong> vocabulary)
    {
        features.Clear();
        var lexicon = CueLexicon.Default;
        FindCues(lexicon, Place(message, reading, vocabulary), placed);
        Strange = words.Add(features, placed, cues, lexicon, vocabulary, message);
        CueFeatures.Add(features, placed, found, reading);
        ReadingFeatures.Add(features, placed, found, message, reading);
    }

    /// <returns>The message's language.</returns>
    private int Place(ScreenedMessage message, OrderReading reading, HashSet<ulong> vocabulary)
    {
        text = message.Readable;
        MarkReader.Read(text, marks);
        if (marks.Count > MostMarks)
            marks.RemoveRange(MostMarks, marks.Count - MostMarks);
        var lexicon = CueLexicon.Default;
        var language = CueLexicon.LanguageIndex(message.Language);
        for (var i = 0; i < marks.Count; i++)
        {
            if (marks[i].Kind == MarkKind.Word)
                marks[i] = marks[i] with { Hash = lexicon.Usual(marks[i].Hash, text.AsSpan(marks[i].Start, marks[i].Length), language, vocabulary) };
        }

        if (reading.Unmatched.Count > 0)
            FindCues(lexicon, language, marks);
        Placeholders.Put(text, reading, marks, placed, isAboutUs);
        return language;
    }

    private bool IsAboutUs(Mark mark)
    {
        foreach (var cue in found)
        {
            if (cue.Start <= mark.Start && mark.End <= cue.End && cue.Cues.HasAny(CueGroups.AboutUs))
                return true;
        }

        return false;
    }

    private void FindCues(CueLexicon lexicon, int language, List<Mark> among)
    {
        cues.Clear();
        found.Clear();
        while (cues.Count < among.Count)
        {
            var at = cues.Count;
            var taken = lexicon.Match(among, at, language, out var set);
            if (taken > 0)
                found.Add(new(set, among[at].Start, among[at + taken - 1].End, at));
            cues.Add(set);
            for (var i = 1; i < taken; i++)
                cues.Add(set);
        }
    }
}

/// <param name="At">Position among the marks.</param>
internal readonly record struct FoundCue(CueSet Cues, int Start, int End, int At);
