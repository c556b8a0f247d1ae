using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Understanding;

/// <summary>How sure we are of a message, and what a threshold costs.</summary>
public static class Confidence
{
    /// <summary>An order below this waits for a person, unless the restaurant says otherwise.</summary>
    public const double DefaultKitchenThreshold = 0.9;

    /// <summary>Anything else below this waits for a person.</summary>
    public const double DefaultFilingThreshold = 0.9;

    /// <summary>The calibrated probability (0 to 1) that intent and lines are both right: 0.9 means right nine times in ten.</summary>
    public static double Of(ScreenedMessage message, IntentGuess guess, OrderReading reading) => ConfidenceModel.Default.Of(message, guess, reading);

    /// <summary>
    /// The share of wrong orders to expect among those that go to the kitchen without a person at this threshold, from the held-back
    /// messages. Never 0: that nothing went wrong there does not mean that nothing will.
    /// </summary>
    public static double ExpectedError(double threshold)
    {
        var cooked = ConfidenceModel.Default.Judged.Where(judged => judged.CouldBeCooked && judged.Confidence >= threshold).ToList();
        return (cooked.Count(judged => !judged.IsRight) + 0.5) / (cooked.Count + 1);
    }

    /// <summary>The share of orders with nothing unknown in them that go to the kitchen without a person at this threshold.</summary>
    public static double AutomaticShare(double threshold)
    {
        var orders = ConfidenceModel.Default.Judged.Where(judged => judged.CouldBeCooked).ToList();
        return orders.Count == 0 ? 0 : (double)orders.Count(judged => judged.Confidence >= threshold) / orders.Count;
    }
}
