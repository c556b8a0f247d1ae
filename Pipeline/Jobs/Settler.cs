using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Jobs;

namespace Restaurant.Pipeline.Jobs;

/// <summary>Writes what came of attempts, as many at once as have gathered: one trip to the disk for all of them.</summary>
internal sealed partial class Settler(IJobQueue queue, TimeProvider clock, ILogger<Settler> logger)
{
    private const int Most = 500;
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, bool> unwritten = [];
    private readonly Channel<AttemptResult> results = Channel.CreateUnbounded<AttemptResult>(new() { SingleReader = true });

    /// <summary>What is done and not yet written.</summary>
    public ICollection<Guid> Unwritten => unwritten.Keys;

    public void Add(AttemptResult result)
    {
        unwritten[result.Run.Id] = true;
        results.Writer.TryWrite(result);
    }

    /// <summary>No more will come; <see cref="RunAsync"/> ends when all are written.</summary>
    public void Complete() => results.Writer.TryComplete();

    public async Task RunAsync(CancellationToken giveUp)
    {
        var batch = new List<AttemptResult>();
        while (await results.Reader.WaitToReadAsync(giveUp))
        {
            batch.Clear();
            while (batch.Count < Most && results.Reader.TryRead(out var result))
                batch.Add(result);
            var written = batch.ConvertAll(result => result.Run.Id);
            await WriteAsync(batch, giveUp);
            foreach (var run in written)
                unwritten.TryRemove(run, out _);
        }
    }

    // The database may be away: what is done stays done, so we go on trying. Once the lease is over another node may have begun the run again,
    // and then nothing is written here.
    private async Task WriteAsync(List<AttemptResult> batch, CancellationToken giveUp)
    {
        for (var alone = false; ; alone = true)
        {
            try
            {
                if (!alone || batch.Count == 1)
                {
                    await queue.SettleAsync(batch, giveUp);
                    return;
                }

                // One result that cannot be written must not hold up the others.
                for (; batch.Count > 0; batch.RemoveAt(0))
                    await queue.SettleAsync([batch[0]], giveUp);
                return;
            }
            catch (Exception exception) when (!giveUp.IsCancellationRequested)
            {
                Log.CannotWrite(logger, exception, batch.Count);
                await Task.Delay(AfterTrouble, clock, giveUp);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "What came of {Count} attempts could not be written; it is tried again in a second.")]
        public static partial void CannotWrite(ILogger logger, Exception exception, int count);
    }
}
