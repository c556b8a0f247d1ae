namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>What a message was taken for: each kind goes wrong in its own way.</summary>
internal enum JudgedKind
{
    /// <summary>No order.</summary>
    Talk,

    /// <summary>An order that nothing but the confidence keeps from the kitchen.</summary>
    Cookable,

    /// <summary>An order with something unknown in it, or with nothing read.</summary>
    Open,
}

/// <summary>What tells a clear message from an unclear one, in figures of about the same size.</summary>
internal static class ConfidenceFigures
{
    public const int Count = 21;
    private const int Crowd = 24;
    private const double Close = 0.5;

    // Below this the words around the dishes say something else too.
    private const double Clear = 0.9;

    // A second reading further off than this is no rival any more.
    private const double FarOff = 4;

    public static JudgedKind KindOf(IntentGuess guess, OrderReading reading) =>
        guess.Intent != Intent.Order ? JudgedKind.Talk
        : reading.Lines.Count > 0 && reading.Unmatched.Count == 0 ? JudgedKind.Cookable
        : JudgedKind.Open;

    /// <summary>Clear intents, clear names and far rivals can only be good news, whatever is left over only bad news; 0 where it may be either.</summary>
    public static ReadOnlySpan<sbyte> Signs(JudgedKind kind) => kind == JudgedKind.Talk
        ? [1, 1, -1, -1, -1, -1, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        : [1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1];

    /// <param name="figures">All of them zero at first.</param>
    public static void Of(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures)
    {
        if (guess.Intent == Intent.Order)
            OfOrder(message, guess, reading, figures);
        else
            OfTalk(message, guess, reading, figures);
    }

    private static void OfTalk(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures)
    {
        figures[0] = LogOdds(guess.Confidence);
        figures[1] = Math.Log(Math.Max(guess.Confidence, 0.005) / Math.Max(guess.RunnerConfidence, 0.005)) / 2;
        figures[2] = guess.Runner == Intent.Order ? 1 : 0;
        figures[3] = Math.Min(2, reading.Lines.Count);
        figures[4] = Math.Min(2, reading.Unmatched.Count);
        figures[5] = guess.Unfamiliar * 2;
        figures[6] = Length(message);
        figures[7] = message.Language == "en" ? 0 : 1;
        figures[8] = reading.Lines.Count > 0 ? 2 * guess.RunnerConfidence : 0;
    }

    private static void OfOrder(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures)
    {
        var left = Leftovers.Of(message, reading);
        figures[0] = LogOdds(guess.Confidence);
        figures[1] = LogOdds(reading.Confidence);
        figures[2] = Math.Clamp(reading.Margin, 0, FarOff) / 2;
        figures[3] = reading.Lines.Count == 0 ? 0 : LogOdds(reading.Lines.Min(line => line.Confidence));
        figures[4] = Math.Min(2, reading.Unmatched.Count);
        figures[5] = Length(message);
        figures[6] = message.Language == "en" ? 0 : 1;
        figures[7] = Math.Min(2, reading.PassedOver);
        figures[8] = Math.Min(2, reading.Guesses);
        figures[9] = Math.Min(2, left.Lost);
        figures[10] = Math.Min(2, left.Split);
        figures[11] = Math.Min(2, left.Shared);
        figures[12] = Math.Min(2, left.Twists);
        figures[13] = Math.Min(2, left.Foods);
        figures[14] = Math.Min(2, left.Between);
        figures[15] = Math.Min(2, left.Sizes);
        figures[16] = Math.Min(2, left.Settled);
        figures[17] = Math.Min(2, left.Unheard + reading.Mentions.Count);
        figures[18] = reading.Margin < Close ? 1 : 0;
        figures[20] = Math.Max(0, Clear - guess.Confidence) * 4;
        figures[19] = reading.Doubts.Count > 0 || reading.Lines.Sum(line => line.Quantity) > Crowd ? 1 : 0;
    }

    private static double Length(ScreenedMessage message) => Math.Min(3, message.Readable.Length / 100.0);

    private static double LogOdds(double chance)
    {
        var safe = Math.Clamp(chance, 0.005, 0.995);
        return Math.Log(safe / (1 - safe)) / 2;
    }
}
