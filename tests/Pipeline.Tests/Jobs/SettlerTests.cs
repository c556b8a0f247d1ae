using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;
using Restaurant.Domain.Live;
using Restaurant.Domain.Settings;
using Restaurant.Pipeline.Jobs;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Jobs;

/// <summary>A queue that refuses what the test says, and notes what it took.</summary>
public sealed class SettlerTests
{
    private const int Full = 2000;
    private readonly IJobQueue queue = Substitute.For<IJobQueue>();
    private readonly HashSet<Guid> taken = [];
    private volatile Func<AttemptResult, bool> refuses = _ => false;
    private int claimed;

    public SettlerTests()
    {
        queue.SettleAsync(default!, default).ReturnsForAnyArgs(call => Settle(call.Arg<IReadOnlyList<AttemptResult>>()));
        queue.ClaimAsync(default!, default, default, default!, default, default).ReturnsForAnyArgs(call => new JobClaim(Claim(call.ArgAt<int>(1))));
    }

    [Fact]
    public async Task A_result_that_can_never_be_written_holds_up_no_other()
    {
        var settler = new Settler(queue, TimeProvider.System, NullLogger<Settler>.Instance);
        var (bad, good, late) = (Done(), Done(), Done());
        refuses = result => result == bad;
        foreach (var result in (AttemptResult[])[bad, good])
            settler.Add(result);
        using var end = new CancellationTokenSource();
        var running = settler.RunAsync(end.Token);

        await Poll.UntilAsync(() => IsTaken(good), "the other one of its batch is written");
        settler.Add(late);
        await Poll.UntilAsync(() => IsTaken(late), "what came later is written");
        await Poll.UntilAsync(() => settler.Unwritten.SequenceEqual([bad.Run.Id]), "it alone is left");

        refuses = _ => false;
        await Poll.UntilAsync(() => settler.Unwritten.Count == 0, "it is written when it can be");
        IsTaken(bad).ShouldBeTrue();
        settler.Complete();
        await running;
    }

    [Fact]
    public async Task Nothing_more_is_begun_where_very_much_waits_to_be_written()
    {
        var settings = new WorkerSettings { Beat = TimeSpan.FromMilliseconds(50), ShutdownGrace = TimeSpan.Zero };
        var settler = new Settler(queue, TimeProvider.System, NullLogger<Settler>.Instance);
        refuses = _ => true;
        using var worker = Worker(settler, settings);
        await worker.StartAsync(default);

        await Poll.UntilAsync(() => settler.IsFull && worker.Running == 0, "all that was begun is over");

        // As many as had been claimed already when there was no more room.
        Volatile.Read(ref claimed).ShouldBeInRange(Full, Full + (2 * 8 * settings.Places));

        refuses = _ => false;
        await Poll.UntilAsync(() => Volatile.Read(ref claimed) > Full + (4 * 8 * settings.Places), "work goes on when it can be written");
        await worker.StopAsync(default);
    }

    private JobWorker Worker(Settler settler, WorkerSettings settings)
    {
        var rules = Substitute.For<ISettings>();
        rules.Current.Returns(new RestaurantSettings());
        var gate = new ResourceGate(new FakeMeter(), rules, TimeProvider.System);
        var scopes = new ServiceCollection().AddKeyedTransient<Job>(Plain.Definition.Key, (_, _) => new Plain(new())).BuildServiceProvider();
        return new(
            queue, new([Plain.Definition]), new(scopes.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger<AttemptMaker>.Instance), settler, gate,
            new(queue, Substitute.For<IJobNodes>(), gate, settings, TimeProvider.System), new ChangeFeed(TimeProvider.System), new(TimeProvider.System), settings,
            TimeProvider.System, NullLogger<JobWorker>.Instance);
    }

    private List<JobRun> Claim(int most)
    {
        Interlocked.Add(ref claimed, most);
        return [.. Enumerable.Range(0, most).Select(_ => Run())];
    }

    private Task Settle(IReadOnlyList<AttemptResult> results)
    {
        if (results.Any(refuses))
            throw new InvalidOperationException("no database takes this");
        lock (taken)
            taken.UnionWith(results.Select(result => result.Run.Id));
        return Task.CompletedTask;
    }

    private bool IsTaken(AttemptResult result)
    {
        lock (taken)
            return taken.Contains(result.Run.Id);
    }

    private static AttemptResult Done() => new(Run(), JobRunState.Succeeded, TimeProvider.System.GetUtcNow(), "done", null, null, null);

    private static JobRun Run() => new() { JobKey = Plain.Definition.Key, StartedBy = "test", LeaseOwner = "test", Attempts = 1 };
}
