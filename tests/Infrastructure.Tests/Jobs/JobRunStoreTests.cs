using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Jobs;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Jobs;

public sealed class JobRunStoreTests
{
    private static readonly JobDefinition Repeatable = new("test/repeatable", "Repeatable", "For tests.") { Concurrency = 10, Retry = new(2, TimeSpan.FromSeconds(1)) };
    private static readonly JobDefinition Crowded = new("test/crowded", "Crowded", "For tests.") { Concurrency = 1000 };
    private static readonly JobDefinition Once = new("test/once", "Once", "For tests.") { MayRepeat = false };
    private static readonly GateHold Open = new(true, "", default, false);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Runs_are_found_by_what_they_are_and_paged_newest_first(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = On(database);
        var now = TimeProvider.System.GetUtcNow();
        await using (var context = node.Open())
        {
            for (var at = 0; at < 25; at++)
            {
                var asked = now.AddMinutes(-at);
                context.JobRuns.Add(new()
                {
                    Id = Guid.CreateVersion7(asked),
                    JobKey = at % 2 == 0 ? Repeatable.Key : Once.Key,
                    StartedBy = $"person {at}",
                    QueuedAt = asked,
                    DueAt = asked,
                    StartedAt = asked,
                    FinishedAt = asked.AddSeconds(1),
                    State = at % 5 == 0 ? JobRunState.Dead : JobRunState.Succeeded,
                    Milliseconds = at * 100,
                    Arguments = at == 7 ? """{"day":"Käsetag"}""" : null,
                    Error = at % 5 == 0 ? $"Oven {at} is COLD" : null,
                });
            }

            await context.SaveChangesAsync();
        }

        var runs = node.Get<IJobRuns>();
        async Task<string> Found(RunFilter filter) => string.Join(' ', (await runs.PageAsync(filter, null, 50, default)).Rows.Select(run => run.StartedBy.Split(' ')[1]));

        (await Found(new(States: [JobRunState.Dead]))).ShouldBe("0 5 10 15 20");
        (await Found(new(States: [JobRunState.Dead], JobKey: Repeatable.Key))).ShouldBe("0 10 20");
        (await Found(new(Error: "oven 1"))).ShouldBe("10 15");
        (await Found(new(Argument: "sETAG"))).ShouldBe("7");
        (await Found(new(Search: "oven 5 is cold"))).ShouldBe("5");
        (await Found(new(Search: "person 24"))).ShouldBe("24");
        (await Found(new(Search: "%"))).ShouldBe("", "a sign is a sign");
        (await Found(new(MinMilliseconds: 2300))).ShouldBe("23 24");
        (await Found(new(From: now.AddMinutes(-3.5), Until: now.AddMinutes(-0.5)))).ShouldBe("1 2 3");
        (await runs.CountAsync(new(), 10, default)).ShouldBe(10);

        var first = await runs.PageAsync(new(), null, 20, default);
        var second = await runs.PageAsync(new(), first.Rows[^1].Id, 20, default);
        (first.More, second.More, second.Rows.Count).ShouldBe((true, false, 5));
        first.Rows.Concat(second.Rows).Select(run => run.StartedBy).ShouldBe(Enumerable.Range(0, 25).Select(at => $"person {at}"));
        var figures = await runs.FiguresAsync(default);
        (figures.Succeeded24, figures.Failed24, figures.DeadLetters, figures.Running).ShouldBe((20, 5, 5, 0));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_run_whose_lease_ended_is_begun_again_or_marked_lost_and_the_dead_node_can_write_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = On(database);
        var (runs, queue) = (node.Get<IJobRuns>(), node.Get<IJobQueue>());
        await runs.EnqueueAllAsync([new(Repeatable.Key, "test"), new(Once.Key, "test")], default);
        var dead = (await queue.ClaimAsync("dead", 10, TimeSpan.Zero, Open, default)).Runs;
        dead.Count.ShouldBe(2);
        (await queue.ClaimAsync("late", 10, Lease, Open, default, [.. dead.Select(run => run.Id)])).Runs.ShouldBeEmpty("a node that is late but alive takes nothing from itself");

        var again = (await queue.ClaimAsync("alive", 10, Lease, Open, default)).Runs.ShouldHaveSingleItem();

        (again.JobKey, again.Attempts).ShouldBe((Repeatable.Key, 2));
        var lost = (await runs.PageAsync(RunFilter.DeadLetters, null, 10, default)).Rows.ShouldHaveSingleItem();
        (lost.JobKey, lost.State).ShouldBe((Once.Key, JobRunState.Lost));
        var late = dead.Single(run => run.Id == again.Id);
        await queue.SettleAsync([new(late, JobRunState.Succeeded, TimeProvider.System.GetUtcNow(), "late", null, null, null)], default);
        (await runs.FindAsync(again.Id, default))!.Run.State.ShouldBe(JobRunState.Running, "what another node took over is left alone");
        (await queue.RenewAsync([new(late.Id, "dead", 50, null, [])], Lease, default)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Signs_of_life_and_results_of_the_same_runs_do_not_wait_for_one_another(DatabaseKind kind)
    {
        const int Many = 300;
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = On(database);
        var (runs, queue) = (node.Get<IJobRuns>(), node.Get<IJobQueue>());
        for (var round = 0; round < 6; round++)
        {
            await runs.EnqueueAllAsync([.. Enumerable.Repeat(new NewRun(Crowded.Key, "test"), Many)], default);
            var claimed = (await queue.ClaimAsync("node", Many, Lease, Open, default)).Runs.OrderBy(run => run.Id).ToList();
            claimed.Count.ShouldBe(Many);
            RunBeat[] beats = [.. claimed.Select(run => new RunBeat(run.Id, "node", 50, null, []))];
            var now = TimeProvider.System.GetUtcNow();
            AttemptResult[] results = [.. claimed.AsEnumerable().Reverse().Select(run => new AttemptResult(run, JobRunState.Succeeded, now, "done", null, null, null))];

            await Task.WhenAll(queue.RenewAsync(beats, Lease, default), queue.SettleAsync(results, default), queue.RenewAsync(beats, Lease, default));
        }

        (await node.Get<IJobRuns>().FiguresAsync(default)).Succeeded24.ShouldBe(6 * Many);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_run_that_takes_down_every_node_becomes_a_dead_letter(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = On(database);
        var queue = node.Get<IJobQueue>();
        var run = (await node.Get<IJobRuns>().EnqueueAsync(new(Repeatable.Key, "test"), default)).Value!;

        for (var attempt = 1; attempt <= 3; attempt++)
            (await queue.ClaimAsync($"node {attempt}", 10, TimeSpan.Zero, Open, default)).Runs.ShouldHaveSingleItem().Attempts.ShouldBe(attempt);
        (await queue.ClaimAsync("node 4", 10, Lease, Open, default)).Runs.ShouldBeEmpty();

        var over = (await node.Get<IJobRuns>().FindAsync(run.Id, default))!;
        over.Run.State.ShouldBe(JobRunState.Dead);
        over.Attempts.Select(attempt => attempt.State).ShouldBe([JobRunState.Lost, JobRunState.Lost, JobRunState.Dead]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_cause_makes_one_run_however_many_ask_at_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = On(database);
        var runs = node.Get<IJobRuns>();

        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(at => Task.Run(() => runs.EnqueueAsync(new(Repeatable.Key, $"{at}") { CauseKey = "the same" }, default))));

        asked.Select(one => one.Value!.Id).Distinct().ShouldHaveSingleItem();
        (await node.Open().JobRuns.CountAsync()).ShouldBe(1);
    }

    private static Node On(TestDatabase database) => Node.On(database, services => services.AddSingleton(Repeatable).AddSingleton(Once).AddSingleton(Crowded));
}
