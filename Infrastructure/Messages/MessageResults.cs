using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

internal sealed class MessageResults(IDbContextFactory<RestaurantDb> databases) : IMessageResults
{
    public async Task<ILookup<long, MessageResult>> FindAsync(IReadOnlyCollection<long> numbers, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var orders = await database.Orders.Where(order => order.MessageNumber != null && numbers.Contains(order.MessageNumber.Value))
            .Select(order => new { Message = order.MessageNumber!.Value, order.Id, order.Status, order.Number, order.Day, order.TotalMinor })
            .ToListAsync(cancellationToken);
        var enquiries = await database.Enquiries.Where(enquiry => numbers.Contains(enquiry.MessageNumber))
            .Select(enquiry => new { enquiry.MessageNumber, enquiry.Id, enquiry.Status }).ToListAsync(cancellationToken);
        var reviews = await database.Reviews.Where(review => numbers.Contains(review.MessageNumber))
            .Select(review => new { review.MessageNumber, review.Id, review.Status }).ToListAsync(cancellationToken);
        var filed = await database.Filed.Where(message => numbers.Contains(message.MessageNumber))
            .Select(message => new { message.MessageNumber, message.Id, message.Intent }).ToListAsync(cancellationToken);

        // A decided review comes after what it became, so that the first result is where the message is now.
        IEnumerable<(long Message, MessageResult Result)> all =
        [
            .. reviews.Where(review => review.Status == ReviewStatus.Open).Select(review =>
                (review.MessageNumber, new MessageResult(MessageOutcome.Review, review.Id, true))),
            .. orders.Select(order => (order.Message, new MessageResult(
                MessageOutcome.Order, order.Id, order.Status is not (OrderStatus.Completed or OrderStatus.Cancelled),
                order.Number, order.Day, order.TotalMinor))),
            .. enquiries.Select(enquiry =>
                (enquiry.MessageNumber, new MessageResult(MessageOutcome.Enquiry, enquiry.Id, enquiry.Status == EnquiryStatus.Open))),
            .. filed.Select(message => (message.MessageNumber, new MessageResult(
                message.Intent == Domain.Understanding.Intent.Offensive ? MessageOutcome.Offensive : MessageOutcome.Miscellaneous, message.Id, false))),
            .. reviews.Where(review => review.Status != ReviewStatus.Open).Select(review =>
                (review.MessageNumber, new MessageResult(MessageOutcome.Review, review.Id, false))),
        ];
        return all.ToLookup(pair => pair.Message, pair => pair.Result);
    }
}
