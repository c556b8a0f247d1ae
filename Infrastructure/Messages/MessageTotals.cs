using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

/// <summary>What came of a stretch of the inbox. Every message is in exactly one of the counts, so that they add up to <see cref="Received"/>.</summary>
public sealed record MessageTotals(
    int Received, int Orders, int Enquiries, int Miscellaneous, int Offensive, int Review, int Muted, int Merged, int DeadLettered, int Waiting,
    int Outbox, long RevenueMinor, long P50Microseconds, long P99Microseconds)
{
    /// <param name="externalIds">What the external ids begin with. The outbox is counted whole.</param>
    public static async Task<MessageTotals> CountAsync(RestaurantDb database, string externalIds, CancellationToken cancellationToken)
    {
        var mine = database.Messages.Where(message => message.ExternalId.StartsWith(externalIds));
        var counts = await mine.GroupBy(message => new { message.Status, message.Outcome })
            .Select(group => new { group.Key.Status, group.Key.Outcome, Count = group.Count() }).ToListAsync(cancellationToken);
        var orders = database.Orders.Where(order => mine.Any(message => message.Number == order.MessageNumber));
        var times = await database.Runs.Where(run => mine.Any(message => message.Number == run.MessageNumber))
            .Select(run => run.Microseconds).ToListAsync(cancellationToken);
        times.Sort();
        return new(
            counts.Sum(count => count.Count),
            Of(MessageOutcome.Order),
            Of(MessageOutcome.Enquiry),
            Of(MessageOutcome.Miscellaneous),
            Of(MessageOutcome.Offensive),
            Of(MessageOutcome.Review),
            Of(MessageOutcome.Muted),
            In(MessageStatus.Merged),
            In(MessageStatus.DeadLettered),
            In(MessageStatus.Waiting) + In(MessageStatus.Processing),
            await database.Outbox.CountAsync(cancellationToken),
            await orders.SumAsync(order => order.TotalMinor, cancellationToken),
            Share(times, 0.50),
            Share(times, 0.99));

        int Of(MessageOutcome outcome) =>
            counts.Where(count => count.Status == MessageStatus.Registered && count.Outcome == outcome).Sum(count => count.Count);

        int In(MessageStatus status) => counts.Where(count => count.Status == status).Sum(count => count.Count);
    }

    private static long Share(List<long> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * share) - 1)];
}
