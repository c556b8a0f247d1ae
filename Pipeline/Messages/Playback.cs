using Restaurant.Domain.Messages;

namespace Restaurant.Pipeline.Messages;

/// <summary>Puts messages into the inbox as a channel would, and waits until all that waits there is done.</summary>
public sealed class Playback(IInbox inbox, IMessageQueue queue, TimeProvider clock)
{
    private const int FastBatch = 1000;
    private const int LargestBatch = 8;
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(10.5);
    private static readonly TimeSpan WaitSpread = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <param name="fast">Without waits, and each message is read alone; otherwise in small batches at random times.</param>
    /// <returns>From the first message to the last one's registration.</returns>
    public async Task<TimeSpan> PlayAsync(IReadOnlyList<NewMessage> messages, bool fast, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        for (var at = 0; at < messages.Count;)
        {
            var batch = messages.Skip(at).Take(fast ? FastBatch : Random.Shared.Next(1, LargestBatch + 1));
            var together = batch.Select(message => message with { Immediately = fast }).ToList();
            await inbox.AddAsync(together, cancellationToken);
            at += together.Count;
            if (!fast && at < messages.Count)
                await Task.Delay(ShortestWait + (WaitSpread * Random.Shared.NextDouble()), clock, cancellationToken);
        }

        while (await queue.BacklogAsync(cancellationToken) > 0)
            await Task.Delay(Look, clock, cancellationToken);
        return clock.GetElapsedTime(start);
    }
}
