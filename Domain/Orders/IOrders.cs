using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Orders;

/// <summary>
/// The orders. Every act is one transaction with its audit entry, its event and what the room must hear; <c>who</c> is the person's e-mail or the
/// key's name. Where a version is given, the act is only done on exactly that version.
/// </summary>
public interface IOrders
{
    Task<Order?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>What is open, whatever its day, and what was completed or cancelled on this day or just now.</summary>
    Task<OrderBoard> BoardAsync(DateOnly day, string? search, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<Order>> PageAsync(OrderFilter filter, int skip, int take, CancellationToken cancellationToken);

    /// <summary>All orders of one day of the restaurant, oldest first.</summary>
    Task<IReadOnlyList<Order>> DayAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>The numbers of one day of the restaurant; none of its orders is kept meanwhile, however many they are.</summary>
    Task<DayFigures> FiguresAsync(DateOnly day, Func<DateTimeOffset, DateTimeOffset> toLocal, CancellationToken cancellationToken);

    /// <summary>Who did what with an order, oldest first.</summary>
    Task<IReadOnlyList<AuditEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken);

    Task<Change<Order>> PlaceAsync(NewOrder order, string who, CancellationToken cancellationToken);

    Task<Change<Order>> MoveAsync(Guid id, OrderStatus to, int? version, string who, string? why, CancellationToken cancellationToken);

    Task<Change<Order>> ReviseAsync(Guid id, IReadOnlyList<OrderLine> lines, int version, string who, string? why, CancellationToken cancellationToken);

    Task<Change<Order>> PromiseAsync(Guid id, DateTimeOffset? promisedAt, string note, int version, string who, CancellationToken cancellationToken);

    /// <summary>The kitchen has seen the order, its change or its cancellation.</summary>
    Task<Change<Order>> AcknowledgeAsync(Guid id, int version, string who, CancellationToken cancellationToken);

    /// <summary>A station has finished its part.</summary>
    Task<Change<Order>> FinishAsync(Guid id, string station, int version, string who, CancellationToken cancellationToken);

    /// <summary>A station takes its part back.</summary>
    Task<Change<Order>> RecallAsync(Guid id, string station, int version, string who, CancellationToken cancellationToken);
}

/// <param name="Orders">Open ones oldest first, then closed ones newest first; at most <see cref="Most"/> of each status.</param>
/// <param name="Counts">How many there are of each status, shown or not.</param>
public sealed record OrderBoard(IReadOnlyList<Order> Orders, IReadOnlyDictionary<OrderStatus, int> Counts)
{
    /// <summary>More tickets than this in one column nobody reads; the column says how many more there are.</summary>
    public const int Most = 100;

    /// <summary>More is to be made than <see cref="Orders"/> holds.</summary>
    public bool IsPartial => Count(OrderStatus.New) > Most || Count(OrderStatus.Preparing) > Most;

    public static OrderBoard Empty { get; } = new([], new Dictionary<OrderStatus, int>());

    public IEnumerable<Order> Of(OrderStatus status) => Orders.Where(order => order.Status == status);

    public int Count(OrderStatus status) => Counts.GetValueOrDefault(status);
}

/// <param name="Search">In the customer's name and words, and the order's number.</param>
public sealed record OrderFilter(OrderStatus? Status = null, DateOnly? Day = null, string? Search = null, string? Channel = null);

/// <param name="Lines">Priced from the menu; at least one.</param>
/// <param name="MessageNumber">The message a person made it from; null when it was told by voice or at the counter.</param>
public sealed record NewOrder(
    string Channel, string Sender, string Words, IReadOnlyList<OrderLine> Lines, long? MessageNumber = null, string Note = "",
    DateTimeOffset? PromisedAt = null);
