using Restaurant.Domain.Orders;

namespace Restaurant.Web.Api;

/// <summary>An order as the API shows it. Money is in minor units.</summary>
public sealed record OrderView(
    Guid Id, DateOnly Day, int Number, OrderStatus Status, string Channel, string Customer, string Words, IReadOnlyList<OrderLine> Lines, long TotalMinor,
    int Revision, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? PromisedAt, string Note, long? MessageNumber,
    string DecidedBy, bool Acknowledged, IReadOnlyList<string> DoneStations)
{
    public static OrderView Of(Order order) => new(
        order.Id, order.Day, order.Number, order.Status, order.Channel, order.Sender, order.Words, order.Lines, order.TotalMinor, order.Revision, order.Version,
        order.CreatedAt, order.UpdatedAt, order.PromisedAt, order.Note, order.MessageNumber, order.DecidedBy, order.Acknowledged, order.DoneStations);
}
