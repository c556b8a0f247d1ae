using Restaurant.Domain.Messages;

namespace Restaurant.Pipeline.Messages;

/// <summary>Puts messages into the inbox as a channel would, and waits until all that waits there is done.</summary>
public sealed class Playback(IInbox inbox, IMessageQueue queue, BatchWork work, TimeProvider clock)
{
    private const int FastBatch = 1000;
    private const int LargestBatch = 8;

    // Fast is as fast as messages are taken, so that one batch waits for each that is worked on; a queue that only grows would measure the queue.
    private const int MostUnderWay = 5 * FastBatch;
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(10.5);
    private static readonly TimeSpan WaitSpread = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    // Another node may have taken the rest, or messages wait for their sender: then the table tells.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <param name="fast">Without waits, and each message is read alone; otherwise in small batches at random times.</param>
    /// <returns>From the first message to the last one's registration.</returns>
    public async Task<TimeSpan> PlayAsync(IReadOnlyList<NewMessage> messages, bool fast, CancellationToken cancellationToken)
    {
        var (start, sent) = (clock.GetTimestamp(), work.Done);
        for (var at = 0; at < messages.Count;)
        {
            var batch = messages.Skip(at).Take(fast ? FastBatch : Random.Shared.Next(1, LargestBatch + 1));
            var together = batch.Select(message => message with { Immediately = fast }).ToList();
            sent += (await inbox.AddAsync(together, cancellationToken)).Count(received => received.IsNew);
            at += together.Count;
            if (!fast && at < messages.Count)
                await Task.Delay(ShortestWait + (WaitSpread * Random.Shared.NextDouble()), clock, cancellationToken);
            if (fast)
                await DoneAsync(sent - MostUnderWay, cancellationToken);
        }

        await DoneAsync(sent, cancellationToken);
        while (await queue.BacklogAsync(1, cancellationToken) > 0)
            await Task.Delay(5 * Look, clock, cancellationToken);
        return clock.GetElapsedTime(start);
    }

    private async Task DoneAsync(long count, CancellationToken cancellationToken)
    {
        var (since, last) = (clock.GetTimestamp(), work.Done);
        while (work.Done < count && clock.GetElapsedTime(since) < Patience)
        {
            await Task.Delay(Look, clock, cancellationToken);
            if (work.Done > last)
                (since, last) = (clock.GetTimestamp(), work.Done);
        }
    }
}
