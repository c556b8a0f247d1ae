using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;
using Restaurant.Pipeline.Jobs;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Jobs;

/// <summary>What the test jobs do and have done; shared by the nodes of a test.</summary>
internal sealed class Script
{
    private int now;

    public ConcurrentQueue<string> Done { get; } = [];

    public int MostAtOnce { get; private set; }

    public int Entered
    {
        get
        {
            lock (Done)
                return now;
        }
    }

    public Func<IJobProgress, CancellationToken, Task<string>> Work { get; set; } = (_, _) => Task.FromResult("done");

    public async Task<string> PlayAsync(string what, IJobProgress progress, CancellationToken cancellationToken)
    {
        lock (Done)
            MostAtOnce = Math.Max(MostAtOnce, ++now);
        try
        {
            return await Work(progress, cancellationToken);
        }
        finally
        {
            lock (Done)
                now--;
            Done.Enqueue(what);
        }
    }
}

internal abstract class ScriptedJob(Script script) : Job<ScriptedJob.Words>
{
    public override Task<string> RunAsync(Words arguments, IJobProgress progress, CancellationToken cancellationToken) =>
        script.PlayAsync(arguments.What, progress, cancellationToken);

    internal sealed record Words
    {
        [Required, MaxLength(20)]
        public string What { get; init; } = "nothing";
    }
}

/// <summary>Any number at once, two quick retries.</summary>
internal sealed class Plain(Script script) : ScriptedJob(script), IDefinedJob
{
    public static JobDefinition Definition { get; } = new("test/plain", "Plain", "For tests.")
    {
        Arguments = typeof(Words),
        Concurrency = 1000,
        Retry = new(2, TimeSpan.FromMilliseconds(20)),
    };
}

/// <summary>One at a time, not to be repeated.</summary>
internal sealed class Single(Script script) : ScriptedJob(script), IDefinedJob
{
    public static JobDefinition Definition { get; } = new("test/single", "Single", "For tests.") { Arguments = typeof(Words), MayRepeat = false, Retry = RetryPolicy.None };
}

/// <summary>Asks the gate.</summary>
internal sealed class Heavy(Script script) : ScriptedJob(script), IDefinedJob
{
    public static JobDefinition Definition { get; } = new("test/heavy", "Heavy", "For tests.") { Arguments = typeof(Words), IsHeavy = true, Retry = RetryPolicy.None };
}

/// <summary>Two in a minute.</summary>
internal sealed class Rated(Script script) : ScriptedJob(script), IDefinedJob
{
    public static JobDefinition Definition { get; } = new("test/rated", "Rated", "For tests.")
    {
        Arguments = typeof(Words),
        Concurrency = 10,
        Rate = new(2, TimeSpan.FromMinutes(1)),
        Retry = RetryPolicy.None,
    };
}

/// <summary>Half a second, then it is asked to stop; two and a half more, then it is left alone.</summary>
internal sealed class Limited(Script script) : ScriptedJob(script), IDefinedJob
{
    public static JobDefinition Definition { get; } = new("test/limited", "Limited", "For tests.")
    {
        Arguments = typeof(Words),
        SoftLimit = TimeSpan.FromSeconds(0.5),
        HardLimit = TimeSpan.FromSeconds(3),
        Retry = RetryPolicy.None,
    };
}

internal sealed class FakeMeter : IGateMeter
{
    public double Cpu { get; set; }

    public string? Problem { get; set; }

    public GateReading Read() => new(TimeProvider.System.GetUtcNow(), Cpu, null, 0, 0.1, 1, 1, "test", Problem);
}

internal static class JobNodeOf
{
    /// <summary>A node that works on the test jobs, and on them alone.</summary>
    public static Node On(TestDatabase database, Script script, FakeMeter? meter = null, WorkerSettings? settings = null, TimeProvider? clock = null) => Node.On(database, services =>
    {
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddSingleton(script).AddSingleton<IGateMeter>(meter ?? new FakeMeter());
        services.AddSingleton(settings ?? new WorkerSettings { Beat = TimeSpan.FromMilliseconds(100), SafetyPace = TimeSpan.FromMilliseconds(200) });
        services.AddJob<Plain>().AddJob<Single>().AddJob<Heavy>().AddJob<Rated>().AddJob<Limited>().AddJobWorker();
    });

    public static NewRun Of(JobDefinition job, string what = "it") => new(job.Key, "test") { Arguments = $$"""{"what":"{{what}}"}""" };

    public static async Task<Guid> AskAsync(this Node node, JobDefinition job, string what = "it") =>
        (await node.Get<IJobRuns>().EnqueueAsync(Of(job, what), default)).Value.ShouldNotBeNull().Id;

    public static async Task<RunDetail> OverAsync(this Node node, Guid id)
    {
        await Poll.UntilAsync(async () => (await node.Get<IJobRuns>().FindAsync(id, default))!.Run.State.IsOver, "the run is over");
        return (await node.Get<IJobRuns>().FindAsync(id, default))!;
    }
}
