namespace Restaurant.Domain.Understanding;

public static class Confidence
{
    /// <summary>The calibrated probability (0 to 1) that intent and lines are both right: 0.9 means right nine times in ten.</summary>
    public static double Of(ScreenedMessage message, IntentGuess guess, OrderReading reading) =>
        guess.Intent == Intent.Order ? guess.Confidence * reading.Confidence : guess.Confidence;
}
