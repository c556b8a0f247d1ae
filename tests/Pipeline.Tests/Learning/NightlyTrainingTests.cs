using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;
using Restaurant.Domain.Learning;
using Restaurant.Pipeline.Jobs;
using Restaurant.Pipeline.Learning;
using Restaurant.Pipeline.Tests.Jobs;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Learning;

public sealed class NightlyTrainingTests : IDisposable
{
    // Nine hours before UTC and without summer time: three in the night there is six in the evening of the day before here.
    private static readonly DateTimeOffset FirstNight = new(2026, 5, 4, 3, 0, 0, TimeSpan.FromHours(9));
    private static readonly DateTimeOffset SecondNight = FirstNight.AddDays(1);
    private readonly DataFolder data = new();
    private readonly WrongClock clock = new();

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task At_three_by_the_restaurants_clock_one_of_three_nodes_trains_and_once_each_night(DatabaseKind kind)
    {
        clock.Set(FirstNight.AddHours(-1));
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = On(database);
        await first.SaveAsync(settings => settings with { TimeZone = "Asia/Tokyo" });
        await using var second = On(database);
        await using var third = On(database);
        await Task.WhenAll(first.StartAsync(), second.StartAsync(), third.StartAsync());
        await PlannedAsync(first, FirstNight);
        (await TrainedAsync(first)).ShouldBeEmpty("it is only two");

        clock.Set(FirstNight.AddSeconds(-3));
        await OverAsync(first, 1);
        await PlannedAsync(first, SecondNight);
        clock.Set(SecondNight.AddSeconds(-3));
        await OverAsync(first, 2);

        var nights = await TrainedAsync(first);
        nights.Select(run => run.ScheduledAt).ShouldBe([SecondNight, FirstNight]);
        nights.ShouldAllBe(run => run.Cause == JobCause.Schedule && run.State == JobRunState.Succeeded && run.StartedAt >= run.ScheduledAt);
        (await first.Get<ILearning>().TrainingsAsync(10, default)).Count.ShouldBe(2);
    }

    public void Dispose() => data.Dispose();

    private static Task OverAsync(Node node, int count) => Poll.UntilAsync(
        async () => await TrainedAsync(node) is var runs && runs.Count >= count && runs.All(run => run.State.IsOver), $"night {count} is over", TimeSpan.FromSeconds(120));

    private static Task PlannedAsync(Node node, DateTimeOffset night) => Poll.UntilAsync(
        async () => (await node.Get<ISchedules>().ListAsync(default)).SingleOrDefault(view => view.Schedule.BuiltInKey == ClassifierTraining.Definition.Key)?.Schedule.NextAt == night,
        $"the next training is at {night}");

    private static async Task<IReadOnlyList<JobRun>> TrainedAsync(Node node) =>
        (await node.Get<IJobRuns>().PageAsync(new(JobKey: ClassifierTraining.Definition.Key), null, 100, default)).Rows;

    private Node On(TestDatabase database) => Node.On(
        database,
        services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IGateMeter>(new FakeMeter()).AddJobWorker(),
        ("Restaurant:DataDirectory", data.FullName));
}
