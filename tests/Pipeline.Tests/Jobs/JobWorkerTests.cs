using Restaurant.Domain.Jobs;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Jobs;

public sealed class JobWorkerTests
{
    private readonly Script script = new();

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_run_leaves_its_result_its_progress_its_lines_and_its_attempt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = JobNodeOf.On(database, script);
        script.Work = (progress, _) =>
        {
            progress.Log("began");
            progress.Report(40, "2 of 5");
            return Task.FromResult("5 written");
        };
        await node.StartAsync();

        var over = await node.OverAsync(await node.AskAsync(Plain.Definition, "soup"));

        (over.Run.State, over.Run.Result, over.Run.Progress, over.Run.ProgressText, over.Run.Attempts).ShouldBe((JobRunState.Succeeded, "5 written", 100, "2 of 5", 1));
        over.Run.CorrelationId.ShouldNotBeNull().Length.ShouldBe(32);
        over.Run.LeaseOwner.ShouldBeNull();
        over.Lines.Select(line => line.Text).ShouldBe(["began"]);
        over.Attempts.Select(attempt => (attempt.Number, attempt.State, attempt.Sentence)).ShouldBe([(1, JobRunState.Succeeded, "5 written")]);
        script.Done.ShouldBe(["soup"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_job_quotes_may_hold_what_no_database_stores(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = JobNodeOf.On(database, script);
        script.Work = (progress, _) =>
        {
            progress.Log("nul \0");
            progress.Report(40, "half \uD83C");
            throw new GiveUpException("the file holds \0 and \uD83C");
        };
        await node.StartAsync();

        var over = await node.OverAsync(await node.AskAsync(Plain.Definition));

        (over.Run.State, over.Run.Error, over.Run.ProgressText).ShouldBe((JobRunState.Dead, "the file holds \uFFFD and \uFFFD", "half \uFFFD"));
        over.Lines.Select(line => line.Text).ShouldBe(["nul \uFFFD"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_run_that_goes_on_failing_becomes_a_dead_letter_that_is_replayed_with_other_arguments(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = JobNodeOf.On(database, script);
        script.Work = (_, _) => throw new InvalidOperationException("the oven is cold");
        await node.StartAsync();

        var dead = await node.OverAsync(await node.AskAsync(Plain.Definition));

        (dead.Run.State, dead.Run.Error, dead.Run.Attempts).ShouldBe((JobRunState.Dead, "the oven is cold", 3));
        dead.Run.ErrorDetail.ShouldNotBeNull().ShouldContain(nameof(JobWorkerTests));
        dead.Attempts.Select(attempt => attempt.State).ShouldBe([JobRunState.Retrying, JobRunState.Retrying, JobRunState.Dead]);

        script.Work = (_, _) => Task.FromResult("warm");
        var runs = node.Get<IJobRuns>();
        (await runs.ReplayAsync(dead.Run.Id, """{"what":"a word that is far too long for it"}""", "ann", default)).IsDone.ShouldBeFalse();
        var replay = (await runs.ReplayAsync(dead.Run.Id, """{"what":"again"}""", "ann", default)).Value.ShouldNotBeNull();
        var over = await node.OverAsync(replay.Id);

        (over.Run.State, over.Run.Cause, over.Run.StartedBy, over.From!.Id).ShouldBe((JobRunState.Succeeded, JobCause.Replay, "ann", dead.Run.Id));
        script.Done.Last().ShouldBe("again");
        (await runs.CountAsync(RunFilter.DeadLetters, 10, default)).ShouldBe(0);
        (await runs.ReplayAsync(dead.Run.Id, null, "ben", default)).IsDone.ShouldBeFalse("a dead letter is replayed once");
    }

    [Fact]
    public async Task What_can_never_succeed_is_not_tried_again()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = JobNodeOf.On(database, script);
        script.Work = (_, _) => throw new GiveUpException("there is no such day");
        await node.StartAsync();

        var dead = await node.OverAsync(await node.AskAsync(Plain.Definition));

        (dead.Run.State, dead.Run.Attempts).ShouldBe((JobRunState.Dead, 1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_job_that_runs_once_at_a_time_does_so_on_two_nodes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = JobNodeOf.On(database, script);
        await using var second = JobNodeOf.On(database, script);
        script.Work = async (_, token) =>
        {
            await Task.Delay(5, token);
            return "done";
        };
        await first.Get<IJobRuns>().EnqueueAllAsync([.. Enumerable.Range(0, 30).Select(at => JobNodeOf.Of(Single.Definition, $"{at}"))], default);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());

        await Poll.UntilAsync(() => script.Done.Count >= 30, "all have run");

        script.MostAtOnce.ShouldBe(1);
        script.Done.ShouldBe(Enumerable.Range(0, 30).Select(at => $"{at}"), "in the order in which they were asked for");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_rate_is_kept_and_other_jobs_are_not_held_up(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = JobNodeOf.On(database, script);
        await node.Get<IJobRuns>().EnqueueAllAsync(
            [.. Enumerable.Range(0, 5).Select(_ => JobNodeOf.Of(Rated.Definition, "rated") with { Priority = JobPriority.Urgent }), JobNodeOf.Of(Plain.Definition, "plain")], default);
        await node.StartAsync();

        await Poll.UntilAsync(() => script.Done.Contains("plain") && script.Done.Count(what => what == "rated") >= 2, "the plain one and as many as may have run");
        await node.OverAsync(await node.AskAsync(Plain.Definition, "another"));

        script.Done.Count(what => what == "rated").ShouldBe(2);
    }

    [Fact]
    public async Task Of_what_waits_the_higher_priority_is_begun_first()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = JobNodeOf.On(database, script, settings: new() { Places = 1 });
        await node.Get<IJobRuns>().EnqueueAllAsync(
            [.. Enum.GetValues<JobPriority>().Select(priority => JobNodeOf.Of(Plain.Definition, $"{priority}") with { Priority = priority })], default);
        await node.StartAsync();

        await Poll.UntilAsync(() => script.Done.Count == 4, "all have run");

        script.Done.ShouldBe(["Urgent", "High", "Normal", "Low"]);
    }

    [Fact]
    public async Task A_job_that_takes_too_long_is_asked_to_stop_and_then_left_alone()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = JobNodeOf.On(database, script, clock: clock);
        script.Work = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "never";
        };
        await node.StartAsync();

        var heeding = await node.AskAsync(Limited.Definition);
        await Poll.UntilAsync(() => script.Entered == 1, "it works");
        clock.Advance(Limited.Definition.SoftLimit);
        (await node.OverAsync(heeding)).Run.Error.ShouldBe("It took longer than 0.5 s and was stopped.");

        var deaf = new TaskCompletionSource<string>();
        script.Work = (_, _) => deaf.Task;
        var unheeding = await node.AskAsync(Limited.Definition);
        await Poll.UntilAsync(() => script.Entered == 1, "it works");
        clock.Advance(Limited.Definition.HardLimit);
        (await node.OverAsync(unheeding)).Run.Error.ShouldNotBeNull().ShouldStartWith("It took longer than 3 s, did not listen");

        // Its place is free although it still works.
        script.Work = (_, _) => Task.FromResult("free");
        (await node.OverAsync(await node.AskAsync(Limited.Definition))).Run.Result.ShouldBe("free");
        deaf.SetResult("late");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_running_job_is_cancelled_from_another_node_and_its_progress_is_seen_there(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = JobNodeOf.On(database, script);
        await using var other = JobNodeOf.On(database, script);
        script.Work = async (progress, token) =>
        {
            progress.Report(30, "on the way");
            await Task.Delay(Timeout.Infinite, token);
            return "never";
        };
        await node.StartAsync();
        var id = await other.AskAsync(Plain.Definition);
        var runs = other.Get<IJobRuns>();
        await Poll.UntilAsync(async () => (await runs.RunningAsync(default)).Any(run => run.Progress == 30 && run.ProgressText == "on the way"), "the progress is seen");

        (await runs.CancelAsync(id, "ann", "wrong day", default)).IsDone.ShouldBeTrue();

        var over = await other.OverAsync(id);
        (over.Run.State, over.Run.CancelledBy, over.Run.Reason).ShouldBe((JobRunState.Cancelled, "ann", "Cancelled by ann: wrong day"));
        (await runs.CancelAsync(id, "ann", null, default)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_node_that_stops_gives_its_runs_back_with_no_attempt_counted()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var reader = JobNodeOf.On(database, script);
        script.Work = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "never";
        };
        Guid id;
        await using (var node = JobNodeOf.On(database, script, settings: new() { ShutdownGrace = TimeSpan.FromMilliseconds(50) }))
        {
            await node.StartAsync();
            id = await node.AskAsync(Plain.Definition);
            await Poll.UntilAsync(() => script.Entered == 1, "it runs");
        }

        var run = (await reader.Get<IJobRuns>().FindAsync(id, default))!.Run;
        (run.State, run.Attempts, run.LeaseOwner).ShouldBe((JobRunState.Queued, 0, null));
    }
}
