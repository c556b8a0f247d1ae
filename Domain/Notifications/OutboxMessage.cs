namespace Restaurant.Domain.Notifications;

/// <summary>A notification that leaves only after its cause is committed; written in the same transaction.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Idempotency key, unique: a repeat of the same cause writes no second row.</summary>
    public required string Key { get; init; }
    public Room Room { get; init; }

    /// <summary>A <see cref="RoomNotice"/> as JSON.</summary>
    public required string Payload { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public OutboxStatus Status { get; set; }

    /// <summary>Not sent before this moment.</summary>
    public DateTimeOffset DueAt { get; set; }
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public int Attempts { get; set; }
    public string? Error { get; set; }
    public DateTimeOffset? SentAt { get; set; }
}

public enum Room
{
    Orders,
    Enquiries,
    Miscellaneous,
}

public enum OutboxStatus
{
    Waiting,

    /// <summary>No address is configured for the room: kept, so that people see what would have been sent.</summary>
    NotConfigured,
    Sent,
    DeadLettered,
}

/// <summary>What a room is told, in the product's own words; the sender turns it into the wire's form.</summary>
public sealed record RoomNotice(string Title, IReadOnlyList<string> Lines, string Words, string Sender, string? Total, string? Link, DateTimeOffset At);
