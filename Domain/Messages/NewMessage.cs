namespace Restaurant.Domain.Messages;

/// <summary>A message on its way into the inbox.</summary>
/// <param name="SentAt">When the customer sent it, as the channel says.</param>
public sealed record NewMessage(string Channel, string ExternalId, string Sender, string Text, DateTimeOffset SentAt)
{
    /// <summary>Read at once and alone, without waiting whether the sender writes on.</summary>
    public bool Immediately { get; init; }
}

/// <param name="Number">The inbox's running number; for a repeat, the one given the first time.</param>
/// <param name="IsNew">False when the channel had delivered the same external id before.</param>
public sealed record ReceivedMessage(long Number, bool IsNew);
