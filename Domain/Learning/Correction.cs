using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Learning;

/// <summary>What a person made of a message that we had understood otherwise, or confirmed as we had. Kept for good, as evaluation data.</summary>
/// <param name="Text">The customer's words, whole.</param>
/// <param name="By">Who corrected it.</param>
/// <param name="GuessedIntent">What we had made of it.</param>
/// <param name="Intent">What it is.</param>
/// <param name="Lines">What is ordered; empty where it is no order.</param>
public sealed record Correction(
    string Text,
    string By,
    DateTimeOffset At,
    Intent GuessedIntent,
    IReadOnlyList<ReadLine> GuessedLines,
    IReadOnlyList<UnmatchedPhrase> GuessedUnmatched,
    Intent Intent,
    IReadOnlyList<ReadLine> Lines)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>A person looked and left it as it was.</summary>
    public bool IsConfirmation => GuessedIntent == Intent && SameLines.Are(GuessedLines, Lines);
}
