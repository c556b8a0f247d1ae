using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Jobs;

namespace Restaurant.Pipeline.Jobs;

/// <summary>Writes what came of attempts, as many at once as have gathered: one trip to the disk for all of them.</summary>
internal sealed partial class Settler(IJobQueue queue, TimeProvider clock, ILogger<Settler> logger)
{
    private const int Most = 500;

    // A run that ends gives its place away; what nobody can write must not gather without end meanwhile.
    private const int MostUnwritten = 4 * Most;
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, bool> unwritten = [];
    private readonly Channel<AttemptResult> results = Channel.CreateUnbounded<AttemptResult>(new() { SingleReader = true });

    /// <summary>What is done and not yet written.</summary>
    public ICollection<Guid> Unwritten => unwritten.Keys;

    /// <summary>So much waits to be written that nothing more should be begun.</summary>
    public bool IsFull => unwritten.Count >= MostUnwritten;

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
            var runs = batch.ConvertAll(result => result.Run.Id);
            var left = await WriteAsync(batch, giveUp);
            foreach (var run in runs.Where(run => run != left?.Run.Id))
                unwritten.TryRemove(run, out _);
        }
    }

    // The database may be away: what is done stays done, so we go on trying. Once the lease is over another node may have begun the run again,
    // and then nothing is written here. One result that cannot be written holds up no other: it goes behind them, at last behind those that came meanwhile.
    private async Task<AttemptResult?> WriteAsync(List<AttemptResult> batch, CancellationToken giveUp)
    {
        for (var alone = false; ; alone = true)
        {
            try
            {
                if (!alone)
                {
                    await queue.SettleAsync(batch, giveUp);
                    return null;
                }

                for (; batch.Count > 0; batch.RemoveAt(0))
                    await queue.SettleAsync([batch[0]], giveUp);
                return null;
            }
            catch (Exception exception) when (!giveUp.IsCancellationRequested)
            {
                Log.CannotWrite(logger, exception, batch.Count);
                await Task.Delay(AfterTrouble, clock, giveUp);
            }

            var first = batch[0];
            if (batch.Count == 1 && results.Writer.TryWrite(first))
                return first;
            if (!alone)
                continue;
            batch.RemoveAt(0);
            batch.Add(first);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "What came of {Count} attempts could not be written; it is tried again in a second.")]
        public static partial void CannotWrite(ILogger logger, Exception exception, int count);
    }
}
