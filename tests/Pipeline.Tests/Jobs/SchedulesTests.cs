using Restaurant.Domain.Jobs;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Jobs;

public sealed class SchedulesTests
{
    private readonly Script script = new();

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_schedule_fires_on_two_nodes_once_for_each_of_its_times_and_stops_while_paused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = JobNodeOf.On(database, script);
        await using var second = JobNodeOf.On(database, script);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        var schedules = first.Get<ISchedules>();
        var made = (await schedules.CreateAsync(Every(TimeSpan.FromSeconds(1)), "ann", default)).Value.ShouldNotBeNull();

        await Poll.UntilAsync(() => script.Done.Count >= 4, "it has fired four times");
        (await schedules.PauseAsync(made.Id, "too often", null, "ann", default)).IsDone.ShouldBeTrue();
        var runs = (await first.Get<IJobRuns>().PageAsync(new(ScheduleId: made.Id), null, 100, default)).Rows;

        runs.Select(run => run.ScheduledAt).ShouldBeUnique();
        runs.ShouldAllBe(run => run.Cause == JobCause.Schedule && run.StartedBy == "Every second");
        runs.Select(run => run.ScheduledAt.Millisecond).ShouldAllBe(part => part == 0);
        var view = (await schedules.FindAsync(made.Id, default)).ShouldNotBeNull();
        (view.Schedule.PauseReason, view.Schedule.NextAt, view.Words).ShouldBe(("too often", null, "Every second"));
        view.Recent.Count.ShouldBeGreaterThanOrEqualTo(3);

        // While another one of the same kind fires twice, this one rests; what was queued before may still come.
        var other = (await schedules.CreateAsync(Every(TimeSpan.FromSeconds(1)) with { Name = "Another" }, "ann", default)).Value.ShouldNotBeNull();
        await Poll.UntilAsync(async () => await first.Get<IJobRuns>().CountAsync(new(ScheduleId: other.Id), 2, default) == 2, "the other one has fired twice");
        (await first.Get<IJobRuns>().CountAsync(new(ScheduleId: made.Id), 100, default)).ShouldBeLessThanOrEqualTo(runs.Count + 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_job_follows_the_success_and_another_the_failure_of_a_third_once_each(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = JobNodeOf.On(database, script);
        var schedules = node.Get<ISchedules>();
        await schedules.CreateAsync(new("After good", Plain.Definition.Key, Timetable.AfterSuccess(Single.Definition.Key)) { Arguments = """{"what":"good"}""" }, "ann", default);
        await schedules.CreateAsync(new("After bad", Plain.Definition.Key, Timetable.AfterFailure(Single.Definition.Key)) { Arguments = """{"what":"bad"}""" }, "ann", default);
        await node.StartAsync();

        var cause = await node.OverAsync(await node.AskAsync(Single.Definition, "first"));
        await Poll.UntilAsync(() => script.Done.Count == 2, "the follower has run");
        script.Work = (progress, _) => progress.StartedBy == "test" ? throw new InvalidOperationException("no") : Task.FromResult("yes");
        await node.OverAsync(await node.AskAsync(Single.Definition, "second"));
        await Poll.UntilAsync(() => script.Done.Count == 4, "the other follower has run");

        script.Done.ShouldBe(["first", "good", "second", "bad"]);
        var follower = (await node.Get<IJobRuns>().PageAsync(new(Argument: "good"), null, 10, default)).Rows.Single();
        (follower.Cause, follower.FromRun, follower.StartedBy).ShouldBe((JobCause.Chain, cause.Run.Id, "Single"));
        (await schedules.CreateAsync(new("Circle", Single.Definition.Key, Timetable.AfterSuccess(Plain.Definition.Key)), "ann", default)).Sentence
            .ShouldContain("again and again");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_pause_ends_by_itself_at_the_time_that_was_set(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = JobNodeOf.On(database, script);
        await node.StartAsync();
        var schedules = node.Get<ISchedules>();
        var made = (await schedules.CreateAsync(Every(TimeSpan.FromHours(1)), "ann", default)).Value.ShouldNotBeNull();

        (await schedules.PauseAsync(made.Id, "holiday", TimeProvider.System.GetUtcNow().AddSeconds(3), "ann", default)).IsDone.ShouldBeTrue();

        await Poll.UntilAsync(async () => (await schedules.FindAsync(made.Id, default))!.Schedule is { IsPaused: false, NextAt: not null }, "it goes on");
    }

    private static ScheduleInput Every(TimeSpan time) => new("Every second", Plain.Definition.Key, Timetable.Interval(time)) { Missed = MissedRuns.All };
}
