using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Restaurant.Domain.Live;
using Restaurant.Infrastructure.Live;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Live;

public sealed class SignalsTests
{
    [Fact]
    public async Task A_change_on_one_node_wakes_the_viewers_of_another_over_PostgreSQL()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await TellsAsync(database);
    }

    [Fact]
    public async Task A_change_on_one_node_wakes_the_viewers_of_another_over_Redis()
    {
        var folder = Directory.CreateTempSubdirectory("restaurant-redis-").FullName;
        using (var redis = new RedisServer(folder))
        {
            redis.Start();
            await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

            await TellsAsync(database, ("ConnectionStrings:Redis", redis.ConnectionString));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task After_a_lost_line_everybody_looks_once_because_something_may_have_been_missed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var node = await StartAsync(database);
        await Poll.UntilAsync(() => node.Signals.Carrier is not null && node.Take() != Topic.None, "the line is open");

        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        await PostgresServer.Shared.ExecuteAsync(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND application_name = 'Restaurant signals'");

        await Poll.UntilAsync(() => (node.Take() & Topic.Orders) != Topic.None, "viewers are woken");
        await Poll.UntilAsync(() => node.Signals.Problem is null, "the line is open again");
    }

    private static async Task TellsAsync(TestDatabase database, params (string, string)[] settings)
    {
        await using var first = await StartAsync(database, settings);
        await using var second = await StartAsync(database, settings);
        await Poll.UntilAsync(() => first.Signals.Carrier is not null && second.Signals.Carrier is not null, "both lines are open");
        (await first.HearAsync("the first has looked once")).ShouldBe(Topic.Orders | Topic.Menu);
        (await second.HearAsync("the second has looked once")).ShouldBe(Topic.Orders | Topic.Menu);

        first.Changes.Publish(Topic.Orders);
        (await first.HearAsync("it hears of it by its own feed")).ShouldBe(Topic.Orders);
        (await second.HearAsync("the other node hears of it")).ShouldBe(Topic.Orders);

        // The line keeps the order: had it brought the first its own words back, they would have come before these.
        second.Changes.Publish(Topic.Menu);
        (await first.HearAsync("it hears the answer")).ShouldBe(Topic.Menu);
    }

    private static async Task<ListeningNode> StartAsync(TestDatabase database, params (string, string)[] settings)
    {
        var configuration = database.Configuration(settings);
        var services = database.Services(more => more.AddSingleton(configuration).AddSingleton<ChangeFeed>().AddLiveEvents(configuration));
        var node = new ListeningNode(services);
        foreach (var part in services.GetServices<IHostedService>())
            await part.StartAsync(CancellationToken.None);
        return node;
    }

    private sealed class ListeningNode : IAsyncDisposable
    {
        private readonly CancellationTokenSource gone = new();
        private readonly ServiceProvider services;
        private int heard;

        public ListeningNode(ServiceProvider services)
        {
            this.services = services;
            _ = ListenAsync();
        }

        public ChangeFeed Changes => services.GetRequiredService<ChangeFeed>();

        public SignalState Signals => services.GetRequiredService<SignalState>();

        public Topic Take() => (Topic)Interlocked.Exchange(ref heard, 0);

        public async Task<Topic> HearAsync(string what)
        {
            var topics = Topic.None;
            await Poll.UntilAsync(() => (topics |= Take()) != Topic.None, what);
            return topics;
        }

        public async ValueTask DisposeAsync()
        {
            await gone.CancelAsync();
            foreach (var part in services.GetServices<IHostedService>())
                await part.StopAsync(CancellationToken.None);
            await services.DisposeAsync();
        }

        private async Task ListenAsync()
        {
            try
            {
                await foreach (var topics in Changes.WatchAsync(Topic.Orders | Topic.Menu, gone.Token, TimeSpan.Zero))
                    Interlocked.Or(ref heard, (int)topics);
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }
    }
}
