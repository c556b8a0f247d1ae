using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Orders;
using Restaurant.Pipeline.Jobs;
using Restaurant.Pipeline.Orders;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Jobs;

public sealed class ProductJobsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("restaurant-jobs-").FullName;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_job_of_the_product_does_its_work_and_says_what_it_did(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = On(database);
        await node.PutOnMenuAsync(("Burger", 900), ("Fries", 350));
        await node.StartAsync();
        var runs = node.Get<IJobRuns>();

        foreach (var job in node.Get<JobCatalog>().All)
        {
            var asked = (await runs.EnqueueAsync(new(job.Key, "test"), default)).Value.ShouldNotBeNull();
            var over = await node.OverAsync(asked.Id);
            over.Run.State.ShouldBe(JobRunState.Succeeded, $"{job.Key}: {over.Run.ErrorDetail}");
            over.Run.Result.ShouldNotBeNullOrWhiteSpace(job.Key);
        }

        (await runs.PageAsync(new(JobKey: "menu/warm-up"), null, 1, default)).Rows[0].Result.ShouldNotBeNull().ShouldStartWith("2 dishes read");
        (await node.Get<ISchedules>().ListAsync(default)).Count(view => view.Schedule.IsBuiltIn).ShouldBe(8);
    }

    [Fact]
    public async Task The_daily_export_writes_the_day_before_or_the_day_it_is_told()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = On(database);
        await node.PutOnMenuAsync(("Burger", 900));
        await node.ReadEachAloneAsync();
        await node.StartAsync();
        await node.ReceiveAsync("two burgers please");
        await node.SettledAsync();
        var order = await node.Open().Orders.SingleAsync();

        var asked = (await node.Get<IJobRuns>().EnqueueAsync(new(DailyOrderCsv.Definition.Key, "test") { Arguments = $$"""{"day":"{{order.Day:yyyy-MM-dd}}"}""" }, default)).Value;
        var over = await node.OverAsync(asked!.Id);

        over.Run.Result.ShouldBe($"1 order of {order.Day:yyyy-MM-dd} written to orders-{order.Day:yyyy-MM-dd}.csv");
        var exports = node.Get<IOrderExports>();
        exports.List().Single().Day.ShouldBe(order.Day);
        using var reader = new StreamReader(exports.Open(order.Day).ShouldNotBeNull());
        (await reader.ReadToEndAsync()).ShouldContain("Burger");
        exports.Open(order.Day.AddDays(-1)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_old_is_forgotten_and_what_is_not_stays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = On(database);
        var now = TimeProvider.System.GetUtcNow();
        await using (var context = node.Open())
        {
            foreach (var (days, state) in ((int, JobRunState)[])[(1, JobRunState.Succeeded), (40, JobRunState.Succeeded), (100, JobRunState.Succeeded), (100, JobRunState.Dead), (300, JobRunState.Dead)])
            {
                var at = now.AddDays(-days);
                var run = new JobRun { Id = Guid.CreateVersion7(at), JobKey = "orders/daily-csv", StartedBy = $"{days} {state}", QueuedAt = at, DueAt = at, StartedAt = at, FinishedAt = at, State = state };
                context.JobRuns.Add(run);
                context.JobLogLines.Add(new() { RunId = run.Id, Attempt = 1, Number = 1, At = at, Text = "line" });
            }

            context.JobRuns.Add(new() { JobKey = LeaseSweep.Definition.Key, StartedBy = "quiet", QueuedAt = now.AddDays(-2), DueAt = now, FinishedAt = now.AddDays(-2), State = JobRunState.Succeeded });
            context.Runs.Add(new() { Id = Guid.CreateVersion7(now.AddDays(-91)), MessageNumber = 1 });
            context.Runs.Add(new() { Id = Guid.CreateVersion7(now.AddDays(-89)), MessageNumber = 2 });
            context.Outbox.Add(new() { Key = "old", Payload = "{}", Status = OutboxStatus.Sent, CreatedAt = now.AddDays(-91) });
            context.Outbox.Add(new() { Key = "for no room", Payload = "{}", Status = OutboxStatus.NotConfigured, CreatedAt = now.AddDays(-91) });
            context.Outbox.Add(new() { Key = "for no room yet", Payload = "{}", Status = OutboxStatus.NotConfigured, CreatedAt = now.AddDays(-89) });
            context.Outbox.Add(new() { Key = "dead", Payload = "{}", Status = OutboxStatus.DeadLettered, CreatedAt = now.AddDays(-91) });
            await context.SaveChangesAsync();
        }

        await node.StartAsync();
        foreach (var job in (string[])["jobs/forget", "runs/forget", "outbox/sweep"])
            (await node.OverAsync((await node.Get<IJobRuns>().EnqueueAsync(new(job, "test"), default)).Value!.Id)).Run.State.ShouldBe(JobRunState.Succeeded);

        await using var after = node.Open();
        (await after.JobRuns.Where(run => run.Cause == JobCause.Schedule && run.ScheduleId == null).Select(run => run.StartedBy).OrderBy(who => who).ToListAsync())
            .ShouldBe(["1 Succeeded", "100 Dead", "40 Succeeded"]);
        (await after.JobLogLines.CountAsync(line => line.Text == "line")).ShouldBe(1, "details are kept thirty days");
        (await after.Runs.Select(run => run.MessageNumber).ToListAsync()).ShouldBe([2L]);
        (await after.Outbox.Select(row => row.Key).OrderBy(key => key).ToListAsync()).ShouldBe(["dead", "for no room yet"]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Node On(TestDatabase database) => Node.On(
        database, services => services.AddSingleton<IGateMeter>(new FakeMeter()).AddJobWorker(), ("Restaurant:DataDirectory", folder));
}
