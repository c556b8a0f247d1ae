using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

/// <summary>Writes new runs. Those that are asked for at the same moment share one commit: a trip to the disk costs the same for one and for many.</summary>
internal sealed class RunIntake(IDbContextFactory<RestaurantDb> databases, WriteGate gate, ChangeFeed changes) : IDisposable
{
    private const int Most = 1000;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ConcurrentQueue<Asked> waiting = [];

    /// <summary>Committed when it returns.</summary>
    /// <returns>False where the run's cause has made one before.</returns>
    public async Task<bool> AddAsync(JobRun run, CancellationToken cancellationToken)
    {
        var mine = new Asked(run);
        waiting.Enqueue(mine);
        await writing.WaitAsync(cancellationToken);
        try
        {
            // Whoever holds the pen writes for all that wait; mostly somebody has written mine already. Where very many wait, mine may be behind the first lot,
            // and nobody else may come.
            while (!mine.Added.Task.IsCompleted)
                await WriteWaitingAsync();
        }
        finally
        {
            writing.Release();
        }

        return await mine.Added.Task;
    }

    /// <summary>All in one transaction.</summary>
    /// <returns>How many were added.</returns>
    public async Task<int> AddAllAsync(IReadOnlyList<JobRun> runs, CancellationToken cancellationToken) => (await WriteAsync(runs, cancellationToken)).Count;

    public void Dispose() => writing.Dispose();

    // Not cancelled with the one who happens to write: the others still want theirs.
    private async Task WriteWaitingAsync()
    {
        var batch = new List<Asked>();
        while (batch.Count < Most && waiting.TryDequeue(out var asked))
            batch.Add(asked);
        try
        {
            var added = await WriteAsync([.. batch.Select(asked => asked.Run)], CancellationToken.None);
            foreach (var asked in batch)
                asked.Added.SetResult(added.Contains(asked.Run.Id));
        }
        catch (Exception exception)
        {
            foreach (var asked in batch)
                asked.Added.SetException(exception);
        }
    }

    private async Task<IReadOnlySet<Guid>> WriteAsync(IReadOnlyList<JobRun> runs, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        IReadOnlySet<Guid> added;
        using (await gate.EnterAsync(database, cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            added = await database.AddRunsAsync(runs, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        if (added.Count > 0)
            changes.Publish(Topic.Jobs);
        return added;
    }

    private sealed record Asked(JobRun Run)
    {
        public TaskCompletionSource<bool> Added { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
