using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Simulation;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Messages;
using Restaurant.Infrastructure.Settings;
using Restaurant.Infrastructure.Simulation;
using Restaurant.Pipeline.Simulation;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Simulation;

public sealed class SimulationPlayerTests
{
    private const string Mia = "mia@example.com";
    private readonly FakeClock clock = new();

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task At_real_pace_batches_of_1_to_8_go_out_every_10_to_20_seconds(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        await StartAsync(services, 60, Pace.Real);
        var player = Player(services);

        var sizes = new List<int>();
        for (var before = 0; (await CurrentAsync(services)).Status == SimulationStatus.Running;)
        {
            var wait = await player.StepAsync(default);
            var position = (await CurrentAsync(services)).Position;
            sizes.Add(position - before);
            wait.TotalSeconds.ShouldBeInRange(10.5, 20.5);
            (await player.StepAsync(default)).ShouldBeLessThanOrEqualTo(wait);
            (await CurrentAsync(services)).Position.ShouldBe(position, "nothing goes out before it is due");
            before = position;
            clock.Advance(wait);
        }

        sizes.ShouldAllBe(size => size >= 1 && size <= 8);
        sizes.Distinct().Count().ShouldBeGreaterThan(2);
        sizes.Sum().ShouldBe(60);
        (await TextsAsync(services)).ShouldBe(Enumerable.Range(0, 60).Select(row => $"message {row}"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Killed_between_sending_and_noting_it_goes_on_without_loss_and_without_doubles(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var first = Services(database, inbox => new KilledAfterSending(inbox, afterBatches: 3)))
        {
            await StartAsync(first, 50, Pace.Fast);
            var doomed = Player(first);
            await Should.ThrowAsync<IOException>(async () =>
            {
                while (true)
                    await doomed.StepAsync(default);
            });
        }

        // The lease of the dead runs out.
        clock.Advance(TimeSpan.FromSeconds(16));
        await using var second = Services(database);
        var before = (await CurrentAsync(second)).Position;
        (await TextsAsync(second)).Count.ShouldBeGreaterThan(before, "the last batch is in and its position is not noted");
        await PlayToEndAsync(second);

        (await TextsAsync(second)).ShouldBe(Enumerable.Range(0, 50).Select(row => $"message {row}"), ignoreOrder: true);
        (await CurrentAsync(second)).ShouldSatisfyAllConditions(
            done => done.Status.ShouldBe(SimulationStatus.Done), done => done.Position.ShouldBe(50), done => done.EndedAt.ShouldNotBeNull());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Paused_it_sends_nothing_and_resumed_it_goes_on_where_it_was(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var simulations = services.GetRequiredService<ISimulations>();
        await StartAsync(services, 30, Pace.Fast);
        var player = Player(services);
        await player.StepAsync(default);

        (await simulations.PauseAsync(Mia, default)).Accepted.ShouldBeTrue();
        var position = (await CurrentAsync(services)).Position;
        await player.StepAsync(default);
        (await CurrentAsync(services)).Position.ShouldBe(position);
        (await simulations.PauseAsync(Mia, default)).ShouldBe(new(false, "No simulation is running."));

        (await simulations.ResumeAsync(Mia, default)).Accepted.ShouldBeTrue();
        await PlayToEndAsync(services, player);
        (await TextsAsync(services)).Count.ShouldBe(30);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task One_runs_at_a_time_and_after_a_stop_another_may_start(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var simulations = services.GetRequiredService<ISimulations>();
        var dataset = await AddAsync(services, 10);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => simulations.StartAsync(dataset, Pace.Real, Mia, default)));
        answers.Count(answer => answer.Accepted).ShouldBe(1);
        answers.First(answer => !answer.Accepted).Sentence.ShouldContain("Stop it first");
        (await services.GetRequiredService<IDatasets>().RemoveAsync(dataset, Mia, default)).ShouldNotBeNull().ShouldContain("is playing");

        (await simulations.StopAsync(Mia, default)).Accepted.ShouldBeTrue();
        (await Player(services).StepAsync(default)).ShouldBeGreaterThan(TimeSpan.Zero);
        (await TextsAsync(services)).ShouldBeEmpty();
        (await simulations.StartAsync(dataset, Pace.Fast, Mia, default)).Accepted.ShouldBeTrue();
        await PlayToEndAsync(services);
        (await simulations.StartAsync(dataset, Pace.Fast, Mia, default)).Accepted.ShouldBeTrue();
        await PlayToEndAsync(services);

        // Another playing is another set of messages.
        (await TextsAsync(services)).Count.ShouldBe(20);
    }

    [Fact]
    public async Task Of_two_nodes_one_plays_and_the_other_takes_over_when_it_is_gone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var services = Services(database);
        await StartAsync(services, 40, Pace.Fast);
        var (one, other) = (Player(services), Player(services));

        await one.StepAsync(default);
        var position = (await CurrentAsync(services)).Position;
        await other.StepAsync(default);
        (await CurrentAsync(services)).Position.ShouldBe(position);

        clock.Advance(TimeSpan.FromSeconds(16));
        await other.StepAsync(default);
        (await CurrentAsync(services)).Position.ShouldBeGreaterThan(position);
    }

    [Fact]
    public async Task Fast_messages_are_read_at_once_and_each_alone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var seen = new Overheard();
        await using var services = Services(database, inbox => seen.Before(inbox));
        await StartAsync(services, 5, Pace.Fast);
        await PlayToEndAsync(services);
        await StartAsync(services, 5, Pace.Brisk);
        await PlayToEndAsync(services);

        seen.Messages.Count.ShouldBe(10);
        seen.Messages.Select(message => message.Immediately).ShouldBe([.. Enumerable.Repeat(true, 5), .. Enumerable.Repeat(false, 5)]);
    }

    [Fact]
    public async Task Hosted_it_starts_when_told_and_plays_to_the_end()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var services = Services(database, time: TimeProvider.System);
        var player = services.GetServices<IHostedService>().OfType<SimulationPlayer>().Single();
        await player.StartAsync(default);

        await StartAsync(services, 40, Pace.Fast);
        await Poll.UntilAsync(async () => (await CurrentAsync(services)).Status == SimulationStatus.Done, "the simulation is done");
        await player.StopAsync(default);

        (await TextsAsync(services)).Count.ShouldBe(40);
        var played = await CurrentAsync(services);
        played.LastBatchAt.ShouldNotBeNull().ShouldBeGreaterThan(played.StretchAt);
    }

    private ServiceProvider Services(TestDatabase database, Func<IInbox, IInbox>? inbox = null, TimeProvider? time = null) => database.Services(services =>
    {
        services.AddSingleton(time ?? clock).AddSingleton<ChangeFeed>().AddSingleton(new Random(5)).AddMessages(database.Configuration()).AddSimulations();
        services.AddSingleton(database.Configuration()).AddSettings().AddSimulator(database.Configuration(), NodeRole.All);
        if (inbox is not null)
        {
            var inner = services.Last(service => service.ServiceType == typeof(IInbox));
            services.AddSingleton<IInbox>(provider => inbox((IInbox)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)));
        }
    });

    private static SimulationPlayer Player(IServiceProvider services) => ActivatorUtilities.CreateInstance<SimulationPlayer>(services);

    private static async Task<Guid> AddAsync(IServiceProvider services, int messages)
    {
        var file = new DatasetFile([.. Enumerable.Range(0, messages).Select(row => new DatasetMessage(row, $"message {row}", "ann", "sms", null))], 0, []);
        var (added, problem) = await services.GetRequiredService<IDatasets>().AddAsync($"test {Guid.NewGuid():N}", file, Mia, default);
        problem.ShouldBeNull();
        return added!.Id;
    }

    private static async Task StartAsync(IServiceProvider services, int messages, Pace pace)
    {
        var answer = await services.GetRequiredService<ISimulations>().StartAsync(await AddAsync(services, messages), pace, Mia, default);
        answer.Accepted.ShouldBeTrue(answer.Sentence);
    }

    private async Task PlayToEndAsync(IServiceProvider services, SimulationPlayer? player = null)
    {
        player ??= Player(services);
        for (var step = 0; (await CurrentAsync(services)).Status == SimulationStatus.Running; step++)
        {
            step.ShouldBeLessThan(200);
            clock.Advance(await player.StepAsync(default));
        }
    }

    private static async Task<SimulationState> CurrentAsync(IServiceProvider services) =>
        (await services.GetRequiredService<ISimulations>().CurrentAsync(default)).ShouldNotBeNull();

    private static async Task<List<string>> TextsAsync(IServiceProvider services)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        return await database.Messages.OrderBy(message => message.Number).Select(message => message.Text).ToListAsync();
    }
}
