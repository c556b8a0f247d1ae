namespace Restaurant.Domain.Understanding.Intents;

/// <summary>
/// The words and their neighbours. Dishes, numbers and words that nobody has practised with are one symbol each; of an English word that
/// nobody has practised with the ending still says what was done ("demolished the pancakes") and what goes on.
/// </summary>
internal sealed class WordFeatures
{
    private const ulong Start = 1;
    private const ulong End = 2;
    private const ulong Food = 50;
    private const ulong Strange = 51;
    private const ulong StrangeDone = 52;
    private const ulong StrangeGoingOn = 53;
    private const int ShortestVerb = 5;
    private readonly List<ulong> symbols = [];

    /// <returns>The share of the words that were met neither in practice nor in the lexicon, 0 to 1.</returns>
    public double Add(FeatureList features, List<Mark> placed, List<CueSet> cues, CueLexicon lexicon, HashSet<ulong> vocabulary, ScreenedMessage message)
    {
        var (words, strange) = (0, 0);
        symbols.Clear();
        symbols.Add(Start);
        for (var i = 0; i < placed.Count; i++)
        {
            if (placed[i].Kind == MarkKind.Break)
                continue;
            var symbol = Symbol(placed[i], cues[i], lexicon, vocabulary);
            words += placed[i].Kind == MarkKind.Word ? 1 : 0;
            strange += symbol == Strange ? 1 : 0;
            if (symbol == Strange && message.Language == "en")
                symbol = Ending(message.Readable.AsSpan(placed[i].Start, placed[i].Length));

            // A run of words that say nothing is one.
            if (symbol is not (Food or Strange) || symbols[^1] != symbol)
                symbols.Add(symbol);
        }

        symbols.Add(End);
        for (var i = 0; i < symbols.Count; i++)
        {
            features.Add(1, symbols[i]);
            if (i > 0)
                features.Add(2, Letters.Join(symbols[i - 1], symbols[i]));
        }

        return words == 0 ? 0 : (double)strange / words;
    }

    private static ulong Ending(ReadOnlySpan<char> word) =>
        word.Length < ShortestVerb ? Strange
        : word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) ? StrangeDone
        : word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) ? StrangeGoingOn
        : Strange;

    private static ulong Symbol(Mark mark, CueSet cues, CueLexicon lexicon, HashSet<ulong> vocabulary) =>
        mark.Kind != MarkKind.Word ? (ulong)mark.Kind + 100
        : cues.Has(CueKind.Food) ? Food
        : lexicon.Knows(mark.Hash) || vocabulary.Contains(mark.Hash) ? mark.Hash
        : Strange;
}
