namespace Restaurant.Domain.Filing;

/// <summary>Senders whose messages are kept but disturb nobody.</summary>
public interface IMutedSenders
{
    /// <summary>The newest known to this node, for the pump; a change is seen within a second.</summary>
    bool IsMuted(string channel, string sender);

    Task<IReadOnlyList<MutedSender>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Muting the muted changes nothing.</summary>
    Task MuteAsync(string channel, string sender, string who, string? why, CancellationToken cancellationToken);

    Task UnmuteAsync(string channel, string sender, string who, CancellationToken cancellationToken);
}

public sealed record MutedSender(string Channel, string Sender, string MutedBy, DateTimeOffset MutedAt, string? Why);
