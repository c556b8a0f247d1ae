using Restaurant.Domain.Messages;

namespace Restaurant.Pipeline.Tests.Simulation;

/// <summary>An inbox that takes what it is given and then is gone.</summary>
internal sealed class KilledAfterSending(IInbox inner, int afterBatches) : IInbox
{
    private int left = afterBatches;

    public async Task<IReadOnlyList<ReceivedMessage>> AddAsync(IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
    {
        var received = await inner.AddAsync(messages, cancellationToken);
        return --left > 0 ? received : throw new IOException("killed");
    }
}
