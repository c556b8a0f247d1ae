using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Filing;

/// <summary>A message that asks for nothing, kept apart; an offensive one is quarantined and shown only when asked for.</summary>
public sealed class FiledMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Unique: a message is filed at most once.</summary>
    public long MessageNumber { get; init; }

    /// <summary><see cref="Intent.Miscellaneous"/> or <see cref="Intent.Offensive"/>.</summary>
    public Intent Intent { get; set; }
    public required string Channel { get; init; }
    public required string Sender { get; init; }
    public required string Words { get; init; }
    public string Reason { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    public FiledStatus Status { get; private set; }

    /// <summary>The order or enquiry that a person made of it.</summary>
    public Guid? ResultId { get; private set; }
    public string DecidedBy { get; private set; } = "";
    public int Version { get; private set; }

    public void Become(FiledStatus status, Guid resultId, string who)
    {
        if (Status != FiledStatus.Filed)
            throw new NotAllowedException($"{DecidedBy} has moved this message already.");
        (Status, ResultId, DecidedBy, Version) = (status, resultId, who, Version + 1);
    }

    /// <summary>What it became was no such thing after all.</summary>
    public void TakeBack(Intent intent, string who) => (Status, ResultId, Intent, DecidedBy, Version) = (FiledStatus.Filed, null, intent, who, Version + 1);

    public void Move(Intent intent, string who)
    {
        if (intent is not (Intent.Miscellaneous or Intent.Offensive))
            throw new NotAllowedException("A filed message is miscellaneous or offensive. Turn it into an order or an enquiry instead.");
        if (Status != FiledStatus.Filed)
            throw new NotAllowedException($"{DecidedBy} has moved this message already.");
        if (Intent == intent)
            throw new NotAllowedException("The message lies there already.");
        (Intent, DecidedBy, Version) = (intent, who, Version + 1);
    }
}

public enum FiledStatus
{
    Filed,
    BecameEnquiry,
    BecameOrder,
}
