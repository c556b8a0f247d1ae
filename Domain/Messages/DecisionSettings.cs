using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Messages;

/// <summary>How sure we must be to go on without a person; each from 0 (never ask) to 1 (always ask).</summary>
/// <param name="KitchenThreshold">An order below this waits for a person. <see cref="Confidence.ExpectedError"/> says what it costs.</param>
/// <param name="FilingThreshold">An insult or small talk below this waits for a person: nobody need look at it afterwards.</param>
/// <param name="EnquiryThreshold">
/// An enquiry below this waits for a person. Lower than the others: a person reads and answers every enquiry anyway, and can make an order
/// of it, so looking twice is worth it only where it is about as likely something else.
/// </param>
public sealed record DecisionSettings(
    double KitchenThreshold = Confidence.DefaultKitchenThreshold, double FilingThreshold = Confidence.DefaultFilingThreshold,
    double EnquiryThreshold = Confidence.DefaultEnquiryThreshold)
{
    public static DecisionSettings Default { get; } = new();

    /// <summary>How sure we must be of a message that was taken for this.</summary>
    public double For(Intent intent) => intent switch
    {
        Intent.Order => KitchenThreshold,
        Intent.Enquiry => EnquiryThreshold,
        _ => FilingThreshold,
    };
}
