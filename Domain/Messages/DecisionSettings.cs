using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Messages;

/// <summary>How sure we must be to go on without a person; both from 0 (never ask) to 1 (always ask).</summary>
/// <param name="KitchenThreshold">An order below this waits for a person. <see cref="Confidence.ExpectedError"/> says what it costs.</param>
/// <param name="FilingThreshold">
/// An enquiry, an insult or small talk below this waits for a person. Lower than the other, because a person reads it anyway or
/// nothing is lost when it lies in the wrong tray for an hour.
/// </param>
public sealed record DecisionSettings(
    double KitchenThreshold = Confidence.DefaultKitchenThreshold, double FilingThreshold = Confidence.DefaultFilingThreshold)
{
    public static DecisionSettings Default { get; } = new();
}
