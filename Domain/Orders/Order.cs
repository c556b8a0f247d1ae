using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Orders;

/// <summary>An order the kitchen cooks from. It guards its own transitions.</summary>
public sealed class Order
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The message it came from; null when entered by hand. Unique: a message becomes at most one order.</summary>
    public long? MessageNumber { get; init; }

    /// <summary>The restaurant's day, and the running number on that day, from 1. Unique together.</summary>
    public DateOnly Day { get; init; }
    public int Number { get; set; }

    public required string Channel { get; init; }
    public required string Sender { get; init; }

    /// <summary>The customer's words, whole.</summary>
    public required string Words { get; init; }

    public IReadOnlyList<OrderLine> Lines { get; private set; } = [];
    public long TotalMinor { get; private set; }

    /// <summary>Starts at 1; a change of lines makes the next one.</summary>
    public int Revision { get; private set; }

    /// <summary>What the lines were before each change, oldest first.</summary>
    public IReadOnlyList<OrderRevision> Earlier { get; private set; } = [];

    /// <summary>Grows with every change of any kind: who changes an order names the version they saw.</summary>
    public int Version { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? PromisedAt { get; set; }

    public OrderStatus Status { get; private set; }

    /// <summary>Who took the decision that this is an order: "rules", a person's e-mail, or "model".</summary>
    public string DecidedBy { get; init; } = "rules";

    public string Note { get; set; } = "";

    /// <summary>The kitchen has seen the newest revision, or the cancellation.</summary>
    public bool Acknowledged { get; set; }

    /// <summary>The revision the kitchen saw last; 0 as long as it has seen none.</summary>
    public int SeenRevision { get; private set; }

    /// <summary>The stations that have finished their part.</summary>
    public IReadOnlyList<string> DoneStations { get; private set; } = [];

    /// <summary>What the kitchen saw last, when that is no longer what is ordered; null otherwise.</summary>
    public IReadOnlyList<OrderLine>? SeenLines =>
        SeenRevision == 0 || SeenRevision >= Revision ? null : Earlier.FirstOrDefault(earlier => earlier.Number == SeenRevision)?.Lines;

    public bool IsOpen => Status is OrderStatus.New or OrderStatus.Preparing or OrderStatus.Ready;

    public IEnumerable<string> Stations => Lines.Select(line => line.Station).Distinct(StringComparer.OrdinalIgnoreCase);

    public void Revise(IReadOnlyList<OrderLine> lines, DateTimeOffset now, string who = "")
    {
        if (lines.Count == 0)
            throw new NotAllowedException("An order needs at least one line. Cancel it instead.");
        if (Revision > 0)
        {
            Earlier = [.. Earlier, new(Revision, UpdatedAt, who, Lines)];

            // A station whose part has changed has to cook again; the others stay done.
            var redo = OrderDiff.Between(Lines, lines).Select(change => change.Line.Station).ToHashSet(StringComparer.OrdinalIgnoreCase);
            DoneStations = [.. DoneStations.Where(station => !redo.Contains(station))];
            if (Status == OrderStatus.Ready && redo.Count > 0)
                Status = OrderStatus.Preparing;
        }

        (Lines, TotalMinor, Revision, Acknowledged) = (lines, lines.Sum(line => line.TotalMinor), Revision + 1, false);
        Touch(now);
    }

    /// <summary>Any status may be left for any other, so that a slip of the finger can be undone, but only knowingly.</summary>
    public void MoveTo(OrderStatus status, DateTimeOffset now)
    {
        if (status == Status)
            throw new NotAllowedException($"Order {Number} is {status} already.");

        // Whoever starts, finishes or hands out an order has seen it; a cancellation still has to be seen, if the kitchen ever saw the order.
        var seen = status is OrderStatus.Preparing or OrderStatus.Ready or OrderStatus.Completed;
        if (seen && SeenLines is null)
            (Acknowledged, SeenRevision) = (true, Revision);
        if (status == OrderStatus.Cancelled)
            Acknowledged = SeenRevision == 0;
        if (status is OrderStatus.New or OrderStatus.Preparing)
            DoneStations = [];
        if (status == OrderStatus.Ready)
            DoneStations = [.. Stations];
        Status = status;
        Touch(now);
    }

    /// <summary>The kitchen has seen what is ordered now, or that it is cancelled. A new order is being prepared from then on.</summary>
    public void Acknowledge(DateTimeOffset now)
    {
        (Acknowledged, SeenRevision) = (true, Revision);
        if (Status == OrderStatus.New)
            Status = OrderStatus.Preparing;
        Touch(now);
    }

    /// <summary>A station has finished its part; when all have, the order is ready.</summary>
    public void Finish(string station, DateTimeOffset now)
    {
        if (Status is not (OrderStatus.New or OrderStatus.Preparing))
            throw new NotAllowedException($"Order {Number} is {Status}: there is nothing left to cook.");
        if (!Stations.Contains(station, StringComparer.OrdinalIgnoreCase))
            throw new NotAllowedException($"Order {Number} has nothing for {station}.");
        (Acknowledged, SeenRevision, Status) = (true, Revision, OrderStatus.Preparing);
        if (!DoneStations.Contains(station, StringComparer.OrdinalIgnoreCase))
            DoneStations = [.. DoneStations, station];
        if (Stations.All(each => DoneStations.Contains(each, StringComparer.OrdinalIgnoreCase)))
            Status = OrderStatus.Ready;
        Touch(now);
    }

    /// <summary>A station takes its part back on the screen.</summary>
    public void Recall(string station, DateTimeOffset now)
    {
        if (!DoneStations.Contains(station, StringComparer.OrdinalIgnoreCase))
            throw new NotAllowedException($"{station} has not finished order {Number}.");
        DoneStations = [.. DoneStations.Where(each => !string.Equals(each, station, StringComparison.OrdinalIgnoreCase))];
        Status = OrderStatus.Preparing;
        Touch(now);
    }

    public void Promise(DateTimeOffset? promisedAt, string note, DateTimeOffset now)
    {
        (PromisedAt, Note) = (promisedAt, note);
        Touch(now);
    }

    private void Touch(DateTimeOffset now) => (UpdatedAt, Version) = (now, Version + 1);
}
