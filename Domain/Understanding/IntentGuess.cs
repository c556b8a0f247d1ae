namespace Restaurant.Domain.Understanding;

/// <summary>The intent with the probability that it is right (0 to 1) and the reason in words.</summary>
/// <param name="Runner">The second most likely intent.</param>
public sealed record IntentGuess(Intent Intent, double Confidence, string Reason, Intent Runner, double RunnerConfidence)
{
    /// <summary>The share of the words that the classifier has never met, 0 to 1.</summary>
    public double Unfamiliar { get; init; }
}
