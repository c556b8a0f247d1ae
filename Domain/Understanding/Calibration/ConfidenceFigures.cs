using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>What tells a clear message from an unclear one, in figures of about the same size.</summary>
internal static class ConfidenceFigures
{
    public const int Count = 10;
    private const int MostMarks = 400;

    [ThreadStatic]
    private static List<Mark>? marks;

    [ThreadStatic]
    private static List<Mark>? placed;

    public static void Of(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures)
    {
        var (numbers, scopes) = Leftovers(message, reading);
        figures[0] = LogOdds(guess.Confidence);
        figures[1] = LogOdds(reading.Confidence);
        figures[2] = Math.Min(3, Math.Log(1 + Math.Max(0, reading.Margin)));
        figures[3] = reading.Unmatched.Count > 0 ? 1 : 0;
        figures[4] = reading.Lines.Count == 0 ? 1 : 0;
        figures[5] = Math.Min(3, message.Readable.Length / 100.0);
        figures[6] = message.Language == "en" ? 0 : 1;
        figures[7] = reading.Lines.Count == 0 ? 0 : LogOdds(reading.Lines.Min(line => line.Confidence));
        figures[8] = Math.Min(3, numbers);
        figures[9] = Math.Min(3, scopes);
    }

    /// <summary>Numbers that belong to no line, and words that say which of several is meant: what is easily read wrong.</summary>
    private static (int Numbers, int Scopes) Leftovers(ScreenedMessage message, OrderReading reading)
    {
        if (reading.Lines.Count == 0)
            return (0, 0);
        (marks, placed) = (marks ?? [], placed ?? []);
        MarkReader.Read(message.Readable, marks);
        if (marks.Count > MostMarks)
            marks.RemoveRange(MostMarks, marks.Count - MostMarks);
        Placeholders.Put(message.Readable, reading, marks, placed, _ => false);

        var (lexicon, language) = (CueLexicon.Default, CueLexicon.LanguageIndex(message.Language));
        var (numbers, scopes) = (0, 0);
        for (var at = 0; at < placed.Count;)
        {
            var taken = lexicon.Match(placed, at, language, out var cues);
            if (cues.Has(CueKind.Scope))
                scopes++;
            else if (cues.Has(CueKind.Number) || placed[at].Kind == MarkKind.Number)
                numbers++;
            at += Math.Max(1, taken);
        }

        return (numbers, scopes);
    }

    private static double LogOdds(double chance)
    {
        var safe = Math.Clamp(chance, 0.005, 0.995);
        return Math.Log(safe / (1 - safe)) / 2;
    }
}
