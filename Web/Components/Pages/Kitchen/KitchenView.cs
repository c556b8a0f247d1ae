using Restaurant.Domain.Orders;

namespace Restaurant.Web.Components.Pages.Kitchen;

/// <summary>What one screen shows: everything, one station's part, or the pass where parts come together.</summary>
/// <param name="Station">Null for everything and for the pass.</param>
public sealed record KitchenView(string? Station, bool Expo)
{
    public const string ExpoName = "expo";

    public static KitchenView Of(string? station) =>
        string.IsNullOrWhiteSpace(station) ? new(null, false)
        : string.Equals(station, ExpoName, StringComparison.OrdinalIgnoreCase) ? new(null, true)
        : new(station, false);

    /// <summary>In order of arrival; a cancellation stays until somebody has seen it.</summary>
    public IReadOnlyList<Order> Tickets(OrderBoard board) =>
        [.. board.Orders.Where(IsShown).OrderBy(order => order.CreatedAt).ThenBy(order => order.Number)];

    public IReadOnlyList<OrderLine> Lines(Order order) => Station is null ? order.Lines : [.. order.Lines.Where(line => IsMine(line.Station))];

    /// <summary>What has changed since the kitchen looked, as far as it concerns this screen; null when there is nothing to see.</summary>
    public IReadOnlyList<LineChange>? Changed(Order order)
    {
        if (order.Acknowledged || order.SeenLines is not { } seen)
            return null;
        var changes = OrderDiff.Between(seen, order.Lines).Where(change => Station is null || IsMine(change.Line.Station)).ToList();
        return changes.Count == 0 ? null : changes;
    }

    /// <summary>Sounds until somebody says that they have seen it.</summary>
    public bool IsUnseen(Order order) => !order.Acknowledged && (order.SeenRevision == 0 || order.Status == OrderStatus.Cancelled || Changed(order) is not null);

    /// <summary>The order to bring back when somebody bumped too early.</summary>
    public Order? LastBumped(OrderBoard board) => (Station, Expo) switch
    {
        (null, true) => Newest(board.Of(OrderStatus.Completed)),
        (null, false) => Newest(board.Of(OrderStatus.Ready)),
        _ => Newest(board.Orders.Where(order => order.IsOpen && order.DoneStations.Any(IsMine))),
    };

    /// <summary>
    /// Whether a tap on a ticket means the same although somebody acted on it meanwhile, as when two stations finish their parts at the same moment:
    /// the lines are those the cook saw, and nobody has moved it on or back.
    /// </summary>
    public bool StillMeant(Order seen, Order now) => now.Revision == seen.Revision
        && (now.Status == seen.Status || (now.Status == OrderStatus.Preparing && (Station is not null || seen.Status == OrderStatus.New)));

    private bool IsShown(Order order) => order.Status switch
    {
        OrderStatus.New or OrderStatus.Preparing => Expo || Station is null || (order.Stations.Any(IsMine) && (!order.DoneStations.Any(IsMine) || Changed(order) is not null)),
        OrderStatus.Ready => Expo || Changed(order) is not null,
        OrderStatus.Cancelled => !order.Acknowledged && (Station is null || order.Stations.Any(IsMine)),
        _ => false,
    };

    private bool IsMine(string station) => string.Equals(station, Station, StringComparison.OrdinalIgnoreCase);

    private static Order? Newest(IEnumerable<Order> orders) => orders.MaxBy(order => order.UpdatedAt);
}
