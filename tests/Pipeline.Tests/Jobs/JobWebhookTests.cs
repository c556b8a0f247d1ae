using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Settings;
using Restaurant.Pipeline.Jobs;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Jobs;

public sealed class JobWebhookTests
{
    private readonly Script script = new();

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_end_of_a_run_is_told_once_with_its_key_where_the_run_asks_for_it(DatabaseKind kind)
    {
        await using var server = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(kind);
        var address = server.Address("jobs");
        await using var node = Node.On(
            database,
            services => services.AddSingleton(script).AddSingleton<IGateMeter>(new FakeMeter()).AddJob<Single>().AddJobWorker(),
            ("Outbound:Allow", new Uri(address).Authority));
        await node.Get<ISettings>().SaveSecretAsync(RoomSecrets.AddressOf(Room.Jobs), address, "test", default);
        await node.StartAsync();
        var runs = node.Get<IJobRuns>();

        await node.OverAsync((await runs.EnqueueAsync(JobNodeOf.Of(Single.Definition) with { Notify = NotifyOn.Failure }, default)).Value!.Id);
        script.Work = (_, _) => throw new InvalidOperationException("the oven is cold");
        var dead = await node.OverAsync((await runs.EnqueueAsync(JobNodeOf.Of(Single.Definition) with { Notify = NotifyOn.Failure }, default)).Value!.Id);

        await Poll.UntilAsync(() => server.Received.Count == 1, "the webhook has heard of it");
        var body = JsonDocument.Parse(server.Received.Single().Body).RootElement;
        body.GetProperty("key").GetString().ShouldBe($"jobs/run/{dead.Run.Id}");
        var data = body.GetProperty("data");
        (data.GetProperty("job").GetString(), data.GetProperty("state").GetString(), data.GetProperty("error").GetString())
            .ShouldBe(("test/single", "Dead", "the oven is cold"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_run_that_never_began_is_told_too(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var node = JobNodeOf.On(database, script, new() { Cpu = 0.99 }, clock: clock);
        await node.SaveAsync(settings => settings with
        {
            Jobs = new() { Gate = new() { BusyFrom = 0, BusyTo = 24, AfterLongestWait = AfterLongestWait.Skip } },
        });
        var runs = node.Get<IJobRuns>();
        var cancelled = (await runs.EnqueueAsync(JobNodeOf.Of(Single.Definition) with { Notify = NotifyOn.Always }, default)).Value!.Id;
        (await runs.CancelAsync(cancelled, "ann", "not today", default)).IsDone.ShouldBeTrue();
        var skipped = (await runs.EnqueueAsync(JobNodeOf.Of(Heavy.Definition) with { Notify = NotifyOn.Failure }, default)).Value!.Id;
        await node.StartAsync();

        await Poll.UntilAsync(
            async () =>
            {
                clock.Advance(TimeSpan.FromMinutes(10));
                return (await runs.FindAsync(skipped, default))!.Run.State.IsOver;
            },
            "it is skipped");

        await using var stored = node.Open();
        var notices = (await stored.Outbox.ToListAsync()).OrderBy(row => row.CreatedAt).Select(row => (row.Key, RoomNotice.FromJson(row.Payload).Title)).ToList();
        notices.ShouldBe([($"jobs/run/{cancelled}", "Single was cancelled"), ($"jobs/run/{skipped}", "Heavy was skipped")]);
    }
}
