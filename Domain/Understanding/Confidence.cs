namespace Restaurant.Domain.Understanding;

public static class Confidence
{
    public const double DefaultKitchenThreshold = 0.8;
    public const double DefaultFilingThreshold = 0.6;

    /// <summary>The calibrated probability (0 to 1) that intent and lines are both right: 0.9 means right nine times in ten.</summary>
    public static double Of(ScreenedMessage message, IntentGuess guess, OrderReading reading) =>
        guess.Intent == Intent.Order ? guess.Confidence * reading.Confidence : guess.Confidence;

    /// <summary>The expected share of wrong orders among those that go to the kitchen without a person at this threshold.</summary>
    public static double ExpectedError(double threshold) => (1 - threshold) / 2;
}
