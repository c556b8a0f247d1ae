using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Jobs;

public sealed class GateTests
{
    private readonly Script script = new();
    private readonly FakeMeter meter = new();

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_heavy_job_waits_with_the_reason_while_others_run_and_begins_when_there_is_room(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = JobNodeOf.On(database, script, meter);
        await AllDayAsync(node, AfterLongestWait.Start);
        meter.Cpu = 0.54;
        await node.StartAsync();

        var heavy = await node.AskAsync(Heavy.Definition, "heavy");
        await node.OverAsync(await node.AskAsync(Plain.Definition, "light"));
        await Poll.UntilAsync(async () => await StateAsync(node, heavy) == JobRunState.Waiting, "it is held back");

        var held = (await node.Get<IJobRuns>().FindAsync(heavy, default))!.Run;
        held.Reason.ShouldBe("Heavy jobs wait: processors 54 % busy, at most 30 % from 0 to 24 h.");
        held.HeldSince.ShouldNotBeNull();
        (await node.Get<IJobRuns>().FiguresAsync(default)).Held.ShouldBe(1);
        script.Done.ShouldBe(["light"]);

        meter.Cpu = 0.1;
        (await node.OverAsync(heavy)).Run.State.ShouldBe(JobRunState.Succeeded);
    }

    [Fact]
    public async Task What_cannot_be_measured_counts_as_full()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = JobNodeOf.On(database, script, meter);
        meter.Problem = "no counters";
        await node.StartAsync();

        var heavy = await node.AskAsync(Heavy.Definition);

        await Poll.UntilAsync(async () => await StateAsync(node, heavy) == JobRunState.Waiting, "it is held back");
        node.Get<ResourceGate>().Decision.Sentence.ShouldBe("Heavy jobs wait: this node cannot measure how busy it is (no counters).");
    }

    [Theory]
    [InlineData(AfterLongestWait.Start, JobRunState.Succeeded)]
    [InlineData(AfterLongestWait.Skip, JobRunState.Skipped)]
    public async Task After_the_longest_wait_it_begins_anyway_or_is_skipped(AfterLongestWait policy, JobRunState expected)
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = JobNodeOf.On(database, script, meter, clock: clock);
        await AllDayAsync(node, policy);
        meter.Cpu = 0.9;
        await node.StartAsync();
        var heavy = await node.AskAsync(Heavy.Definition);
        await PassUntilAsync(clock, TimeSpan.FromSeconds(1), async () => await StateAsync(node, heavy) == JobRunState.Waiting, "it is held back");

        await PassUntilAsync(clock, TimeSpan.FromMinutes(10), async () => (await StateAsync(node, heavy)).IsOver, "it is over");

        (await StateAsync(node, heavy)).ShouldBe(expected);
    }

    private static Task AllDayAsync(Node node, AfterLongestWait policy) => node.SaveAsync(settings => settings with
    {
        Jobs = new() { Gate = new() { BusyFrom = 0, BusyTo = 24, AfterLongestWait = policy } },
    });

    private static async Task<JobRunState> StateAsync(Node node, Guid id) => (await node.Get<IJobRuns>().FindAsync(id, default))!.Run.State;

    private static Task PassUntilAsync(FakeClock clock, TimeSpan step, Func<Task<bool>> condition, string what) => Poll.UntilAsync(
        async () =>
        {
            clock.Advance(step);
            return await condition();
        },
        what);
}
