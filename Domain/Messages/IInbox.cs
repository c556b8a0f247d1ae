namespace Restaurant.Domain.Messages;

/// <summary>The door: what is in is never lost.</summary>
public interface IInbox
{
    /// <summary>
    /// Commits the messages before it returns; one result each, in their order. (Channel, ExternalId) makes a repeat harmless.
    /// The caller has checked them with <see cref="MessageRules"/>.
    /// </summary>
    /// <exception cref="InboxFullException">Too much waits already; nothing was stored.</exception>
    Task<IReadOnlyList<ReceivedMessage>> AddAsync(IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken);
}
