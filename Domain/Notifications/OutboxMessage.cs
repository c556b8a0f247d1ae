namespace Restaurant.Domain.Notifications;

/// <summary>A notification that leaves only after its cause is committed; written in the same transaction.</summary>
public sealed class OutboxMessage
{
    public const int MaxKey = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Idempotency key, unique: a repeat of the same cause writes no second row.</summary>
    public required string Key { get; init; }
    public Room Room { get; init; }

    /// <summary>A <see cref="RoomNotice"/> as JSON.</summary>
    public required string Payload { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public OutboxStatus Status { get; set; }

    /// <summary>Not sent before this moment: the wait before the next round.</summary>
    public DateTimeOffset DueAt { get; set; }
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Rounds that failed since the row was written or last retried by a person.</summary>
    public int Attempts { get; set; }

    /// <summary>Why the last round failed and what to do, for people.</summary>
    public string? Error { get; set; }
    public DateTimeOffset? SentAt { get; set; }
}

public enum Room
{
    Orders,
    Enquiries,
    Miscellaneous,

    /// <summary>Hears of the end of job runs that ask for it: a Discord room, or any web address that takes JSON.</summary>
    Jobs,
}

public enum OutboxStatus
{
    Waiting,

    /// <summary>No address is configured for the room: kept, so that people see what would have been sent.</summary>
    NotConfigured,
    Sent,

    /// <summary>Failed three rounds, or can never succeed: waits for a person.</summary>
    DeadLettered,
}
