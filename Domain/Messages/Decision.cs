namespace Restaurant.Domain.Messages;

/// <summary>Where a message goes, and why.</summary>
/// <param name="Outcome">Never <see cref="MessageOutcome.Muted"/>: muting is about the sender, not about the words.</param>
/// <param name="Reason">One sentence for people.</param>
/// <param name="NeedsReview">A person looks at it before anything else happens; always true where the outcome is a review.</param>
/// <param name="Confidence">The calibrated probability that what was understood is right, 0 to 1.</param>
public sealed record Decision(MessageOutcome Outcome, string Reason, bool NeedsReview, double Confidence);
