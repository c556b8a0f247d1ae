using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Jobs;
using Restaurant.JobNode;
using Restaurant.Pipeline.Jobs;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Jobs;

/// <summary>Real processes on one PostgreSQL.</summary>
public sealed class ProcessesTests
{
    [Fact]
    public async Task Two_processes_fire_five_hundred_times_and_every_firing_is_run_exactly_once()
    {
        const int Schedules = 50;
        const int Firings = 500;
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var reader = ReaderOf(database);
        var ticks = new Ticks(database.ConnectionString);
        await ticks.MakeTableAsync();
        var schedules = reader.Get<ISchedules>();
        for (var at = 0; at < Schedules; at++)
            await schedules.CreateAsync(new($"tick {at}", Tick.Definition.Key, Timetable.Interval(TimeSpan.FromSeconds(1))) { Missed = MissedRuns.All }, "test", default);

        using (Start(database))
        using (Start(database))
        {
            await Poll.UntilAsync(
                async () => await ticks.ReadAsync() is var done && done.Count >= Firings && done.DistinctBy(tick => tick.Process).Count() == 2,
                "five hundred have run, some of them in either process",
                TimeSpan.FromSeconds(180));
            foreach (var view in await schedules.ListAsync(default))
                await schedules.PauseAsync(view.Schedule.Id, "enough", null, "test", default);
            await Poll.UntilAsync(async () => await reader.Open().JobRuns.AllAsync(run => run.FinishedAt != null), "all are over");
        }

        var done = await ticks.ReadAsync();
        await using var context = reader.Open();
        var runs = await context.JobRuns.Where(run => run.JobKey == Tick.Definition.Key).ToListAsync();
        done.Select(tick => tick.Run).ShouldBeUnique();
        done.Select(tick => tick.Run).ShouldBe(runs.Select(run => run.Id), ignoreOrder: true);
        runs.ShouldAllBe(run => run.State == JobRunState.Succeeded && run.Attempts == 1);
        foreach (var firings in runs.GroupBy(run => run.ScheduleId))
        {
            var planned = firings.Select(run => run.ScheduledAt).Order().ToList();
            planned.ShouldBe(Enumerable.Range(0, planned.Count).Select(second => planned[0].AddSeconds(second)), "each second once, none left out");
        }
    }

    [Fact]
    public async Task A_run_whose_process_is_killed_is_taken_over_by_another_soon_and_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var reader = ReaderOf(database);
        var ticks = new Ticks(database.ConnectionString);
        await ticks.MakeTableAsync();
        using var doomed = Start(database);
        var run = (await reader.Get<IJobRuns>().EnqueueAsync(new(LongTick.Definition.Key, "test"), default)).Value.ShouldNotBeNull();
        await Poll.UntilAsync(async () => (await ticks.ReadAsync()).Count == 1, "it runs", TimeSpan.FromSeconds(60));
        using var heir = Start(database);
        await Poll.UntilAsync(async () => (await reader.Get<IJobNodes>().ListAsync(default)).Count == 2, "the other one lives", TimeSpan.FromSeconds(60));

        var killed = Stopwatch.GetTimestamp();
        doomed.Kill();
        await Poll.UntilAsync(async () => (await ticks.ReadAsync()).Count > 1, "it is taken over");
        var took = Stopwatch.GetElapsedTime(killed);
        var over = await reader.OverAsync(run.Id);

        // Ten seconds on a machine with room. Where other tests fill every core each step takes longer; nobody waits for minutes.
        took.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        TestContext.Current.TestOutputHelper?.WriteLine($"Taken over {took.TotalSeconds:0.0} s after the kill.");
        (over.Run.State, over.Run.Attempts).ShouldBe((JobRunState.Succeeded, 2));
        over.Attempts.Select(attempt => attempt.State).ShouldBe([JobRunState.Lost, JobRunState.Succeeded]);
        over.Attempts[0].Sentence.ShouldNotBeNull().ShouldContain("died in the middle of attempt 1");
        (await ticks.ReadAsync()).Select(tick => (tick.Attempt, tick.Process)).ShouldBe([(1, doomed.Id), (2, heir.Id)]);
    }

    private static Node ReaderOf(TestDatabase database) => Node.On(
        database, services => services.AddJob<Tick>().AddJob<LongTick>().AddSingleton(new Ticks(database.ConnectionString)));

    private static KillableProcess Start(TestDatabase database) => new("dotnet", typeof(Ticks).Assembly.Location, database.ConnectionString);
}
