using Restaurant.Domain.Reviews;

namespace Restaurant.Domain.Learning;

/// <summary>Turns what people decided into corrections to learn from.</summary>
public static class VerdictLessons
{
    public static Correction ToCorrection(this Verdict verdict) => new(
        verdict.Words, verdict.DecidedBy, verdict.DecidedAt,
        verdict.UnderstoodIntent, [.. verdict.UnderstoodLines.Select(line => line.AsRead())], verdict.Unmatched,
        verdict.DecidedIntent, [.. verdict.DecidedLines.Select(line => line.AsRead())])
    {
        Id = verdict.Id,
    };
}
