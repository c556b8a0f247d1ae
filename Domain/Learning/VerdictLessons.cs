using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Learning;

/// <summary>Turns what people decided into corrections to learn from.</summary>
public static class VerdictLessons
{
    public static Correction ToCorrection(this Verdict verdict) => new(
        verdict.Words, verdict.DecidedBy, verdict.DecidedAt,
        verdict.UnderstoodIntent, Lines(verdict.UnderstoodLines), verdict.Unmatched,
        verdict.DecidedIntent, Lines(verdict.DecidedLines))
    {
        Id = verdict.Id,
    };

    private static List<ReadLine> Lines(IReadOnlyList<OrderLine> lines) =>
    [
        .. lines.Select(line => new ReadLine(
            line.Item, line.Quantity, line.Size, [.. line.Modifiers.Select(modifier => new ReadModifier(modifier.Name, modifier.Action, modifier.Quantity))], line.Words, line.Why)),
    ];
}
