using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Understanding;

/// <summary>How sure we are of a message, and what a threshold costs.</summary>
public static class Confidence
{
    /// <summary>An order below this waits for a person, unless the restaurant says otherwise.</summary>
    public const double DefaultKitchenThreshold = 0.9;

    /// <summary>An insult or small talk below this waits for a person.</summary>
    public const double DefaultFilingThreshold = 0.9;

    /// <summary>An enquiry below this waits for a person before it goes to those who answer.</summary>
    public const double DefaultEnquiryThreshold = 0.6;

    /// <summary>The calibrated probability (0 to 1) that intent and lines are both right: 0.9 means right nine times in ten.</summary>
    public static double Of(ScreenedMessage message, IntentGuess guess, OrderReading reading) => ConfidenceModel.Default.Of(message, guess, reading);

    /// <summary>What makes us unsure of it, in words, the heaviest first; empty where nothing does.</summary>
    public static IReadOnlyList<string> Against(ScreenedMessage message, IntentGuess guess, OrderReading reading) => ConfidenceModel.Default.Against(message, guess, reading);

    /// <summary>
    /// The share of wrong orders to expect among those that go to the kitchen without a person at this threshold, from messages of people
    /// who had never seen the reader. Never 0: that nothing went wrong there does not mean that nothing will.
    /// </summary>
    public static double ExpectedError(double threshold)
    {
        var (accepted, wrong) = ConfidenceModel.Default.Orders.From(threshold);
        return (wrong + 0.5) / (accepted + 1);
    }

    /// <summary>The share of orders with nothing unknown in them that go to the kitchen without a person at this threshold.</summary>
    public static double AutomaticShare(double threshold)
    {
        var orders = ConfidenceModel.Default.Orders;
        return orders.From(0).Accepted is > 0 and var all ? (double)orders.From(threshold).Accepted / all : 0;
    }
}
