using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Reviews;

internal static class Verdicts
{
    /// <summary>Keeps what a person decided about a message that had been understood without lines.</summary>
    public static void Judge(
        this Act act, long message, string words, Intent understood, Intent decided, IReadOnlyList<OrderLine>? lines = null) =>
        act.Database.Verdicts.Add(new()
        {
            MessageNumber = message,
            Words = words,
            UnderstoodIntent = understood,
            DecidedIntent = decided,
            DecidedLines = lines ?? [],
            DecidedBy = act.Who,
            DecidedAt = act.Now,
            Corrected = understood != decided,
        });

    /// <summary>What was decided last about a message says nothing any more; what was decided before it stands.</summary>
    public static async Task TakeNewestVerdictBackAsync(this Act act, long message, CancellationToken cancellationToken)
    {
        var newest = await act.Database.Verdicts.Where(verdict => verdict.MessageNumber == message && !verdict.TakenBack)
            .OrderByDescending(verdict => verdict.DecidedAt).ThenByDescending(verdict => verdict.Id).FirstAsync(cancellationToken);
        newest.TakenBack = true;
    }

    /// <summary>Keeps what a person decided about a review item, beside all that had been understood.</summary>
    public static void Judge(this Act act, ReviewItem item, Intent decided, IReadOnlyList<OrderLine>? lines = null) =>
        act.Database.Verdicts.Add(new()
        {
            MessageNumber = item.MessageNumber,
            Words = item.Words,
            UnderstoodIntent = item.Intent,
            Confidence = item.Confidence,
            UnderstoodLines = item.Lines,
            Unmatched = item.Unmatched,
            DecidedIntent = decided,
            DecidedLines = lines ?? [],
            DecidedBy = act.Who,
            DecidedAt = act.Now,
            Corrected = decided != item.Intent || OrderDiff.Between(item.Lines, lines ?? []).Count > 0,
        });
}
