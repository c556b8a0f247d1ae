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

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? PromisedAt { get; set; }

    public OrderStatus Status { get; private set; }

    /// <summary>Who took the decision that this is an order: "rules", a person's e-mail, or "model".</summary>
    public string DecidedBy { get; init; } = "rules";

    public string Note { get; set; } = "";

    /// <summary>The kitchen has seen the newest revision.</summary>
    public bool Acknowledged { get; set; }

    public void Revise(IReadOnlyList<OrderLine> lines, DateTimeOffset now)
    {
        if (lines.Count == 0)
            throw new InvalidOperationException("An order needs at least one line. Cancel it instead.");
        (Lines, TotalMinor, Revision, UpdatedAt, Acknowledged) = (lines, lines.Sum(line => line.TotalMinor), Revision + 1, now, false);
    }

    /// <summary>Any status may be left for any other, so that a slip of the finger can be undone, but only knowingly.</summary>
    public void MoveTo(OrderStatus status, DateTimeOffset now)
    {
        if (status == Status)
            throw new InvalidOperationException($"Order {Number} is {status} already.");
        (Status, UpdatedAt) = (status, now);
        if (status == OrderStatus.Cancelled)
            Acknowledged = false;
    }
}
