namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>What tells a clear message from an unclear one, in figures of about the same size.</summary>
internal static class ConfidenceFigures
{
    public const int Count = 16;
    private const int Crowd = 24;
    private const double Close = 0.5;

    // A second reading further off than this is no rival any more.
    private const double FarOff = 4;

    /// <summary>Clear intents, clear names and far rivals can only be good news, whatever is left over only bad news.</summary>
    public static ReadOnlySpan<sbyte> Signs => [1, 1, 1, -1, -1, 0, 0, 1, -1, -1, -1, -1, -1, -1, -1, -1];

    public static void Of(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures)
    {
        var left = Leftovers.Of(message, reading);
        figures[0] = LogOdds(guess.Confidence);
        figures[1] = LogOdds(reading.Confidence);
        figures[2] = Math.Clamp(reading.Margin, 0, FarOff) / 2;
        figures[3] = reading.Unmatched.Count > 0 ? 1 : 0;
        figures[4] = reading.Lines.Count == 0 ? 1 : 0;
        figures[5] = Math.Min(3, message.Readable.Length / 100.0);
        figures[6] = message.Language == "en" ? 0 : 1;
        figures[7] = reading.Lines.Count == 0 ? 0 : LogOdds(reading.Lines.Min(line => line.Confidence));
        figures[8] = Math.Min(2, reading.PassedOver);
        figures[9] = Math.Min(2, reading.Guesses);
        figures[10] = Math.Min(2, left.Lost);
        figures[11] = Math.Min(3, left.Loose);
        figures[12] = Math.Min(2, left.Settled);
        figures[13] = reading.Margin < Close ? 1 : 0;
        figures[14] = reading.Lines.Sum(line => line.Quantity) > Crowd ? 1 : 0;
        figures[15] = reading.Doubts.Count > 0 ? 1 : 0;
    }

    private static double LogOdds(double chance)
    {
        var safe = Math.Clamp(chance, 0.005, 0.995);
        return Math.Log(safe / (1 - safe)) / 2;
    }
}
