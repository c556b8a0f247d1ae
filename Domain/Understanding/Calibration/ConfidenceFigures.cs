namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>What tells a clear message from an unclear one, in figures of about the same size.</summary>
internal static class ConfidenceFigures
{
    public const int Count = 8;

    public static void Of(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures)
    {
        figures[0] = LogOdds(guess.Confidence);
        figures[1] = LogOdds(reading.Confidence);
        figures[2] = Math.Min(3, Math.Log(1 + Math.Max(0, reading.Margin)));
        figures[3] = reading.Unmatched.Count > 0 ? 1 : 0;
        figures[4] = reading.Lines.Count == 0 ? 1 : 0;
        figures[5] = Math.Min(3, message.Readable.Length / 100.0);
        figures[6] = message.Language == "en" ? 0 : 1;
        figures[7] = reading.Lines.Count == 0 ? 0 : LogOdds(reading.Lines.Min(line => line.Confidence));
    }

    private static double LogOdds(double chance)
    {
        var safe = Math.Clamp(chance, 0.005, 0.995);
        return Math.Log(safe / (1 - safe)) / 2;
    }
}
