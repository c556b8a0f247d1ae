using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Filing;

/// <summary>A message that asks for nothing, kept apart; an offensive one is quarantined and shown only when asked for.</summary>
public sealed class FiledMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Unique: a message is filed at most once.</summary>
    public long MessageNumber { get; init; }

    /// <summary><see cref="Intent.Miscellaneous"/> or <see cref="Intent.Offensive"/>.</summary>
    public Intent Intent { get; init; }
    public required string Channel { get; init; }
    public required string Sender { get; init; }
    public required string Words { get; init; }
    public string Reason { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
}
