using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Pipeline.Messages;

/// <summary>
/// Puts another outcome in place of the one a message has, only where nobody has acted on the first yet: docs/decisions/0012.
/// Each move is the same act that a person does on the page of the thing.
/// </summary>
public sealed class Outcomes(IMessageMoves moves, IReviews reviews, IEnquiries enquiries, IFiledMessages filed, IOrders orders)
{
    /// <param name="wanted">What it is to become; an order needs lines in <paramref name="understood"/>.</param>
    /// <returns>Whether something was moved, and a sentence for people.</returns>
    public async Task<(bool Moved, string Sentence)> MoveAsync(
        long number, MessageOutcome wanted, MessageContext understood, string who, CancellationToken cancellationToken)
    {
        var now = await moves.FindAsync(number, cancellationToken);
        if (wanted == MessageOutcome.Order && understood.Priced.Lines.Count == 0)
            wanted = MessageOutcome.Review; // an order of which no line could be read

        if (now.Order is { } order)
            return await ReviseAsync(order, wanted, understood.Priced.Lines, who, cancellationToken);
        if (now.Review is { Status: ReviewStatus.Open } review)
            return await FromAsync(review, wanted, understood.Priced.Lines, who, cancellationToken);
        if (now.Enquiry is { Status: EnquiryStatus.Open } enquiry)
            return await FromAsync(enquiry, wanted, understood, who, cancellationToken);
        if (now.Filed is { Status: FiledStatus.Filed } kept)
            return await FromAsync(kept, wanted, understood.Priced.Lines, who, cancellationToken);
        return (false, "Somebody has dealt with this message already, and what they decided stays.");
    }

    private async Task<(bool, string)> ReviseAsync(
        Order order, MessageOutcome wanted, IReadOnlyList<OrderLine> lines, string who, CancellationToken cancellationToken)
    {
        if (wanted != MessageOutcome.Order)
            return (false, $"Order {order.Number} stays. Cancel it on the board if it should not be cooked.");
        if (Same(order.Lines, lines))
            return (false, $"Order {order.Number} is read the same way.");
        if (order is not { Status: OrderStatus.New, Revision: 1 })
            return (false, $"Order {order.Number} stays: it has been worked on. Change its lines on the board.");
        return Said(await orders.ReviseAsync(order.Id, lines, order.Version, who, "read again", cancellationToken));
    }

    private async Task<(bool, string)> FromAsync(
        ReviewItem review, MessageOutcome wanted, IReadOnlyList<OrderLine> lines, string who, CancellationToken cancellationToken) => wanted switch
        {
            MessageOutcome.Order => Said(await reviews.BecomeOrderAsync(review.Id, lines, review.Version, who, cancellationToken)),
            MessageOutcome.Enquiry => Said(await reviews.BecomeEnquiryAsync(review.Id, review.Version, who, cancellationToken)),
            MessageOutcome.Miscellaneous => Said(await reviews.FileAsync(review.Id, Intent.Miscellaneous, review.Version, who, cancellationToken)),
            MessageOutcome.Offensive => Said(await reviews.FileAsync(review.Id, Intent.Offensive, review.Version, who, cancellationToken)),
            _ => (false, "It waits for a person in the review queue, as before."),
        };

    private async Task<(bool, string)> FromAsync(
        Enquiry enquiry, MessageOutcome wanted, MessageContext understood, string who, CancellationToken cancellationToken) => wanted switch
        {
            MessageOutcome.Order when understood.Reading.Unmatched.Count == 0 && understood.Priced.Problems.Count == 0 =>
                Said(await enquiries.BecomeOrderAsync(enquiry.Id, understood.Priced.Lines, enquiry.Version, who, cancellationToken)),
            MessageOutcome.Order or MessageOutcome.Review => Said(await moves.ReviewAsync(
                enquiry.Id, understood, $"{who} takes it for an order; its lines are to be decided.", who, cancellationToken)),
            MessageOutcome.Miscellaneous => Said(await moves.FileAsync(enquiry.Id, Intent.Miscellaneous, who, cancellationToken)),
            MessageOutcome.Offensive => Said(await moves.FileAsync(enquiry.Id, Intent.Offensive, who, cancellationToken)),
            _ => (false, "It is an enquiry already."),
        };

    private async Task<(bool, string)> FromAsync(
        FiledMessage kept, MessageOutcome wanted, IReadOnlyList<OrderLine> lines, string who, CancellationToken cancellationToken) => wanted switch
        {
            MessageOutcome.Order => Said(await filed.BecomeOrderAsync(kept.Id, lines, kept.Version, who, cancellationToken)),
            MessageOutcome.Enquiry or MessageOutcome.Review =>
                Said(await filed.BecomeEnquiryAsync(kept.Id, kept.Version, who, cancellationToken)),
            MessageOutcome.Miscellaneous when kept.Intent == Intent.Offensive =>
                Said(await filed.MoveAsync(kept.Id, Intent.Miscellaneous, kept.Version, who, cancellationToken)),
            MessageOutcome.Offensive when kept.Intent == Intent.Miscellaneous =>
                Said(await filed.MoveAsync(kept.Id, Intent.Offensive, kept.Version, who, cancellationToken)),
            _ => (false, "It lies there already."),
        };

    private static (bool, string) Said<T>(Change<T> change)
        where T : class => (change.IsDone, change.Sentence);

    private static bool Same(IReadOnlyList<OrderLine> left, IReadOnlyList<OrderLine> right) =>
        left.Count == right.Count && left.Zip(right).All(pair =>
            (pair.First.Item, pair.First.Quantity, pair.First.Size, pair.First.UnitMinor)
                == (pair.Second.Item, pair.Second.Quantity, pair.Second.Size, pair.Second.UnitMinor)
            && pair.First.Modifiers.SequenceEqual(pair.Second.Modifiers));
}
