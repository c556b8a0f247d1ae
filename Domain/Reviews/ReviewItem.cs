using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Reviews;

/// <summary>A message that a person must decide on: what was understood so far, and what was not.</summary>
public sealed class ReviewItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Unique: a message is reviewed at most once at a time.</summary>
    public long MessageNumber { get; init; }
    public required string Channel { get; init; }
    public required string Sender { get; init; }
    public required string Words { get; init; }

    /// <summary>Why a person must decide, for people.</summary>
    public required string Reason { get; init; }
    public Intent Intent { get; init; }
    public double Confidence { get; init; }
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];
    public IReadOnlyList<UnmatchedPhrase> Unmatched { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public ReviewStatus Status { get; set; }
    public string DecidedBy { get; set; } = "";
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The order, enquiry or filed message it became.</summary>
    public Guid? ResultId { get; private set; }

    /// <summary>Grows with every decision: who decides names the version they saw, so that two people never decide the same item.</summary>
    public int Version { get; private set; }

    public void Decide(ReviewStatus status, Guid resultId, string who, DateTimeOffset now)
    {
        if (Status != ReviewStatus.Open)
            throw new NotAllowedException($"This was decided already, by {DecidedBy}.");
        (Status, ResultId, DecidedBy, DecidedAt, Version) = (status, resultId, who, now, Version + 1);
    }

    public void TakeBack()
    {
        if (Status == ReviewStatus.Open)
            throw new NotAllowedException("Nothing has been decided yet.");
        (Status, ResultId, DecidedBy, DecidedAt, Version) = (ReviewStatus.Open, null, "", null, Version + 1);
    }
}

public enum ReviewStatus
{
    Open,
    BecameOrder,
    BecameEnquiry,
    Filed,
}
