using Restaurant.Domain.Messages;

namespace Restaurant.Pipeline.Tests.Simulation;

/// <summary>What was handed to the inbox, in order.</summary>
internal sealed class Overheard
{
    public List<NewMessage> Messages { get; } = [];

    public IInbox Before(IInbox inner) => new Listener(inner, Messages);

    private sealed class Listener(IInbox inner, List<NewMessage> heard) : IInbox
    {
        public Task<IReadOnlyList<ReceivedMessage>> AddAsync(IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
        {
            heard.AddRange(messages);
            return inner.AddAsync(messages, cancellationToken);
        }
    }
}
