using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Infrastructure.Database;
using Restaurant.Pipeline.Jobs;

namespace Restaurant.Web.Commands.Bench;

/// <summary>
/// Runs of a job that does nothing, through the whole path: asked for and committed, claimed under a lease, run in a scope of its own, and settled with
/// their history and attempt rows. Then, at low load, from asking to the job's first line.
/// </summary>
internal static class JobsBench
{
    private const int Batch = 500;
    private const int Callers = 16;
    private const int Alone = 300;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        using var host = await BenchHost.PipelineAsync(
            run.Database, cancellationToken, services => services.AddSingleton<Begun>().AddJob<Nothing>().AddJobWorker());
        var runs = host.Services.GetRequiredService<IJobRuns>();
        await TimeAsync(host, Math.Min(run.Count, 5000), InBatchesAsync, cancellationToken); // code and caches as in a running program
        if (run.Stored > 0)
            await TimeAsync(host, run.Stored, InBatchesAsync, cancellationToken);

        var batched = await TimeAsync(host, run.Count, InBatchesAsync, cancellationToken);
        var single = await TimeAsync(host, Math.Max(1, run.Count / 5), OneByOneAsync, cancellationToken);
        var latencies = await LatenciesAsync(host.Services, cancellationToken);
        var page = await PagesAsync(runs, new(), cancellationToken);
        var search = await PagesAsync(runs, new(Search: "nowhere to be found"), cancellationToken);
        await host.StopAsync(cancellationToken);
        return
        [
            new("runs, asked for in batches of 500", batched, "runs/s"),
            new("runs, asked for one by one by 16", single, "runs/s"),
            .. Figure.Percentiles("low load, asked to begun", latencies),
            .. Figure.Percentiles("first page of the history", page),
            .. Figure.Percentiles("a search that finds nothing", search),
        ];

        async Task InBatchesAsync(int count)
        {
            for (var at = 0; at < count; at += Batch)
                await runs.EnqueueAllAsync([.. Enumerable.Range(at, Math.Min(Batch, count - at)).Select(_ => Nothing.Asked)], cancellationToken);
        }

        Task OneByOneAsync(int count) => Parallel.ForAsync(
            0, count, new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = cancellationToken },
            async (_, token) => await runs.EnqueueAsync(Nothing.Asked, token));
    }

    // From the first asking until the last run is settled in the database.
    private static async Task<double> TimeAsync(IHost host, int count, Func<int, Task> ask, CancellationToken cancellationToken)
    {
        var databases = host.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var before = await database.JobRuns.CountAsync(run => run.State == JobRunState.Succeeded && run.JobKey == Nothing.Definition.Key, cancellationToken);
        var begun = host.Services.GetRequiredService<Begun>();
        var already = begun.Count;
        var watch = Stopwatch.GetTimestamp();
        await ask(count);
        while (begun.Count - already < count || await database.JobRuns.AnyAsync(run => run.FinishedAt == null && run.JobKey == Nothing.Definition.Key, cancellationToken))
            await Task.Delay(5, cancellationToken);
        var took = Stopwatch.GetElapsedTime(watch);
        var done = await database.JobRuns.CountAsync(run => run.State == JobRunState.Succeeded && run.JobKey == Nothing.Definition.Key, cancellationToken) - before;
        return done == count ? count / took.TotalSeconds : throw new InvalidOperationException($"Of {count} runs, {done} succeeded: the figure would be wrong.");
    }

    private static async Task<IReadOnlyList<double>> LatenciesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (runs, begun) = (services.GetRequiredService<IJobRuns>(), services.GetRequiredService<Begun>());
        var latencies = new List<double>();
        for (var at = 0; at < Alone; at++)
        {
            var asked = Stopwatch.GetTimestamp();
            var id = (await runs.EnqueueAsync(Nothing.Asked, cancellationToken)).Value!.Id;
            long began;
            while (!begun.At.TryGetValue(id, out began))
                await Task.Delay(1, cancellationToken);
            latencies.Add(Stopwatch.GetElapsedTime(asked, began).TotalMilliseconds);
            await Task.Delay(20, cancellationToken);
        }

        return latencies;
    }

    private static async Task<IReadOnlyList<double>> PagesAsync(IJobRuns runs, RunFilter filter, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var at = 0; at < 10; at++)
        {
            var began = Stopwatch.GetTimestamp();
            await runs.PageAsync(filter, null, 50, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times;
    }

    /// <summary>When each run's first line ran.</summary>
    internal sealed class Begun
    {
        private int count;

        public ConcurrentDictionary<Guid, long> At { get; } = [];

        public int Count => Volatile.Read(ref count);

        public void Mark(Guid run)
        {
            At[run] = Stopwatch.GetTimestamp();
            Interlocked.Increment(ref count);
        }
    }

    internal sealed class Nothing(Begun begun) : Job<NoArguments>, IDefinedJob
    {
        public static JobDefinition Definition { get; } = new("bench/nothing", "Nothing", "Does nothing, to be measured.") { Concurrency = int.MaxValue };

        public static NewRun Asked { get; } = new(Definition.Key, "bench");

        public override Task<string> RunAsync(NoArguments arguments, IJobProgress progress, CancellationToken cancellationToken)
        {
            begun.Mark(progress.RunId);
            return Task.FromResult("nothing done");
        }
    }
}
