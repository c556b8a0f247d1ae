namespace Restaurant.Domain.Enquiries;

/// <summary>A question or wish that needs an answer from the restaurant.</summary>
public sealed class Enquiry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Unique: a message becomes at most one enquiry.</summary>
    public long MessageNumber { get; init; }
    public required string Channel { get; init; }
    public required string Sender { get; init; }
    public required string Words { get; init; }

    /// <summary>Why it is an enquiry, for people: "asks for opening hours", "nothing asked for is on the menu: lasagne".</summary>
    public string Reason { get; init; } = "";

    /// <summary>What we would answer; empty when nothing is known. Always read by a person before it is sent.</summary>
    public string Draft { get; set; } = "";
    public string Answer { get; set; } = "";
    public string AnsweredBy { get; set; } = "";
    public EnquiryStatus Status { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
}

public enum EnquiryStatus
{
    Open,
    Answered,
    Done,
}
