using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Orders;

/// <summary>Puts an order a person made into an act: from a review, an enquiry, a filed message or by hand.</summary>
internal sealed class OrderPlacing(ISettings settings, OrderNotices notices)
{
    public async Task<Change<Order>> PlaceAsync(Act act, NewOrder wanted, CancellationToken cancellationToken)
    {
        if (wanted.Lines.Count == 0)
            return Change.Refused<Order>(null, "An order needs at least one line. Add an item first.");

        var order = await EarlierAsync(act, wanted.MessageNumber, cancellationToken);
        if (order is { Status: not OrderStatus.Cancelled })
            return Change.Refused(order, $"The message is order {order.Number} already. Change that order instead.");

        // What was taken back and decided again keeps its number: the kitchen may have seen it.
        order ??= await NewAsync(act, wanted, cancellationToken);
        order.Revise(wanted.Lines, act.Now, act.Who);
        if (order.Status == OrderStatus.Cancelled)
        {
            order.MoveTo(OrderStatus.New, act.Now);
            await notices.MovedAsync(act, order, OrderStatus.Cancelled, cancellationToken);
        }
        else
        {
            await notices.PlacedAsync(act, order, cancellationToken);
        }

        if (wanted.PromisedAt is not null || wanted.Note.Length > 0)
            order.Promise(wanted.PromisedAt, wanted.Note, act.Now);

        act.Record(Topic.Orders, "orders", order.Id, $"placed order {order.Number} for {order.Sender}", after: settings.Current.Format(order.TotalMinor));
        if (wanted.MessageNumber is { } number)
            await act.DecideMessageAsync(number, MessageOutcome.Order, Intent.Order, $"order {order.Number}, decided by {act.Who}", cancellationToken);
        return Change.Done(order, $"Order {order.Number} is placed.");
    }

    private static async Task<Order?> EarlierAsync(Act act, long? message, CancellationToken cancellationToken) =>
        message is null ? null : await act.Database.Orders.SingleOrDefaultAsync(order => order.MessageNumber == message, cancellationToken);

    private async Task<Order> NewAsync(Act act, NewOrder wanted, CancellationToken cancellationToken)
    {
        var day = settings.Current.DayOf(act.Now);
        var order = new Order
        {
            MessageNumber = wanted.MessageNumber,
            Day = day,
            Number = await DayNumbers.TakeAsync(act.Database, day, 1, cancellationToken),
            Channel = wanted.Channel,
            Sender = wanted.Sender,
            Words = wanted.Words,
            CreatedAt = act.Now,
            DecidedBy = act.Who,
        };
        act.Database.Orders.Add(order);
        return order;
    }
}
