using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Messages;

/// <summary>A message as a channel delivered it. (Channel, ExternalId) is unique.</summary>
public sealed class CustomerMessage
{
    public const int MaxText = 4000;
    public const int MaxSender = 200;
    public const int MaxChannel = 40;
    public const int MaxExternalId = 200;

    /// <summary>The inbox's running number, given by the database.</summary>
    public long Number { get; init; }
    public required string Channel { get; init; }
    public required string ExternalId { get; init; }
    public required string Sender { get; init; }
    public required string Text { get; init; }

    /// <summary>When the customer sent it, as the channel says.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>When we committed it.</summary>
    public DateTimeOffset ReceivedAt { get; init; }
    public MessageStatus Status { get; set; }

    /// <summary>The message that this one was read together with, when a burst of short messages is one turn.</summary>
    public long? TurnNumber { get; set; }

    /// <summary>Not claimed before this moment: the end of the sender's turn, or the wait before the next attempt.</summary>
    public DateTimeOffset DueAt { get; set; }
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public int Attempts { get; set; }

    /// <summary>Claims since the last one that ended in order: above 0 while nobody holds the lease, a process ended in the middle of it.</summary>
    public int Claims { get; set; }
    public string? Error { get; set; }

    // What came of it; set in the transaction that registers it.
    public Intent? Intent { get; set; }
    public MessageOutcome? Outcome { get; set; }
    public double? Confidence { get; set; }
    public string? Summary { get; set; }
    public DateTimeOffset? ProcessedAt { get; set; }
}

public enum MessageStatus
{
    /// <summary>Committed and not yet understood.</summary>
    Waiting,

    /// <summary>Claimed by a node under a lease.</summary>
    Processing,

    /// <summary>Registered exactly once.</summary>
    Registered,

    /// <summary>Read together with a later or earlier message of the same turn.</summary>
    Merged,

    /// <summary>Failed three times; waits for a person to replay it.</summary>
    DeadLettered,
}

public enum MessageOutcome
{
    Order,
    Enquiry,
    Miscellaneous,
    Offensive,
    Review,

    /// <summary>The sender is muted: kept, shown to nobody unasked.</summary>
    Muted,
}
