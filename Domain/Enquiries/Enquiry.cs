using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Enquiries;

/// <summary>A question or wish that needs an answer from the restaurant.</summary>
public sealed class Enquiry
{
    public const int MaxAnswer = 4000;

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

    /// <summary>An answer in the making: kept while somebody types, so that nothing typed is ever lost.</summary>
    public string Typed { get; private set; } = "";
    public string TypedBy { get; private set; } = "";

    /// <summary>The order that a person made from it.</summary>
    public Guid? OrderId { get; private set; }

    /// <summary>Grows with every act: who acts names the version they saw. Typing does not count.</summary>
    public int Version { get; private set; }

    public void Keep(string typed, string who) => (Typed, TypedBy) = (typed, typed.Length == 0 ? "" : who);

    public void Reply(string answer, string who)
    {
        if (string.IsNullOrWhiteSpace(answer))
            throw new NotAllowedException("An answer needs words. To close an enquiry without one, mark it as done.");
        if (answer.Length > MaxAnswer)
            throw new NotAllowedException($"An answer has at most {MaxAnswer} characters; this one has {answer.Length}.");
        (Answer, AnsweredBy, Status, Typed, TypedBy, Version) = (answer, who, EnquiryStatus.Answered, "", "", Version + 1);
    }

    public void Close(DateTimeOffset now, Guid? orderId = null)
    {
        if (Status == EnquiryStatus.Done)
            throw new NotAllowedException("This enquiry is done already.");
        (Status, ClosedAt, OrderId, Version) = (EnquiryStatus.Done, now, orderId ?? OrderId, Version + 1);
    }

    public void Reopen()
    {
        if (Status == EnquiryStatus.Open)
            throw new NotAllowedException("This enquiry is open already.");
        (Status, ClosedAt, Version) = (EnquiryStatus.Open, null, Version + 1);
    }
}

public enum EnquiryStatus
{
    Open,
    Answered,
    Done,
}
