using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Live;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Faults;

/// <summary>Redis is stopped, frozen and started again: signals go on by PostgreSQL meanwhile, and it is used again as soon as it is back.</summary>
public sealed class RedisFaultTests
{
    private static readonly TimeSpan Soon = Amount.Soon;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_Redis_is_away_PostgreSQL_carries_the_signals_and_its_return_is_noticed(bool frozen)
    {
        var folder = Directory.CreateTempSubdirectory("restaurant-redis-");
        using var redis = new RedisServer(folder.FullName);
        redis.Start();
        await using var first = await RunningProgram.StartAsync(DatabaseKind.Postgres, Settings(redis, "web"));
        await using var second = first.Beside(Settings(redis, "web"));
        var states = new[] { first, second }.Select(node => node.Services.GetRequiredService<SignalState>()).ToList();
        await Poll.UntilAsync(() => states.TrueForAll(state => state is { Carrier: "Redis", Problem: null }), "Redis carries");
        using var listener = new Listener(second.Services.GetRequiredService<ChangeFeed>());
        var changes = first.Services.GetRequiredService<ChangeFeed>();
        await HearsAsync(listener, changes);

        if (frozen)
            await Signals.SendAsync(redis.Id, "STOP");
        else
            await redis.StopAsync();
        await Poll.UntilAsync(() => states.TrueForAll(state => state is { Carrier: "PostgreSQL", Problem: not null }), "PostgreSQL carries", Amount.Soon);
        await HearsAsync(listener, changes);
        using var stranger = await first.ClientAsync(role: null);
        await stranger.ReadyAsync("Redis is away and is tried every second; PostgreSQL carries the signals until then.");

        if (frozen)
            await Signals.SendAsync(redis.Id, "CONT");
        else
            redis.Start();
        var watch = Stopwatch.StartNew();
        await Poll.UntilAsync(() => states.TrueForAll(state => state is { Carrier: "Redis", Problem: null }), "Redis carries again", Soon);
        await HearsAsync(listener, changes);
        Amount.Write($"Redis {(frozen ? "frozen" : "stopped")} and back: in use again after {watch.Elapsed.TotalSeconds:0.0} s");
    }

    [Fact]
    public async Task A_slow_Redis_makes_signals_slow_and_one_that_is_too_slow_is_left_out_until_it_is_fast_again()
    {
        var folder = Directory.CreateTempSubdirectory("restaurant-redis-");
        using var redis = new RedisServer(folder.FullName);
        redis.Start();
        await using var line = Relay.To(int.Parse(redis.ConnectionString.Split(':')[1], CultureInfo.InvariantCulture));
        var settings = Settings($"127.0.0.1:{line.Port}", "web");
        await using var first = await RunningProgram.StartAsync(DatabaseKind.Postgres, settings);
        await using var second = first.Beside(settings);
        var states = new[] { first, second }.Select(node => node.Services.GetRequiredService<SignalState>()).ToList();
        await Poll.UntilAsync(() => states.TrueForAll(state => state is { Carrier: "Redis", Problem: null }), "Redis carries");
        using var listener = new Listener(second.Services.GetRequiredService<ChangeFeed>());
        var changes = first.Services.GetRequiredService<ChangeFeed>();
        using var stranger = await first.ClientAsync(role: null);

        line.Delay = TimeSpan.FromMilliseconds(300);
        await HearsAsync(listener, changes);
        states.ShouldAllBe(state => state.Carrier == "Redis");

        line.Delay = TimeSpan.FromSeconds(2);
        await Poll.UntilAsync(() => states.TrueForAll(state => state is { Carrier: "PostgreSQL", Problem: not null }), "PostgreSQL carries", Soon);
        await HearsAsync(listener, changes);
        await stranger.ReadyAsync("Redis is away and is tried every second; PostgreSQL carries the signals until then.");
        (await first.Services.GetRequiredService<IDependencies>().ReadAsync(default)).Single(one => one.Name == "Redis").State.ShouldBe(DependencyState.Down);

        line.Delay = TimeSpan.Zero;
        var watch = Stopwatch.StartNew();
        await Poll.UntilAsync(() => states.TrueForAll(state => state is { Carrier: "Redis", Problem: null }), "Redis carries again", Soon);
        await HearsAsync(listener, changes);
        Amount.Write($"Redis too slow (2 s a piece) and fast again: in use again after {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static (string, string)[] Settings(RedisServer redis, string role) => Settings(redis.ConnectionString, role);

    private static (string, string)[] Settings(string redis, string role) =>
        [("ConnectionStrings:Redis", redis), (NodeRole.Setting, role), ("Logging:LogLevel:Default", "None")];

    // A topic that nothing else touches.
    private static async Task HearsAsync(Listener listener, ChangeFeed changes)
    {
        listener.Forget();
        await Poll.UntilAsync(
            () =>
            {
                changes.Publish(Topic.Learning);
                return listener.Heard;
            },
            "the other node hears",
            Soon);
    }

    private sealed class Listener : IDisposable
    {
        private readonly CancellationTokenSource gone = new();
        private volatile bool heard;

        public Listener(ChangeFeed feed) => _ = ListenAsync(feed);

        public bool Heard => heard;

        public void Forget() => heard = false;

        public void Dispose() => gone.Cancel();

        private async Task ListenAsync(ChangeFeed feed)
        {
            try
            {
                await foreach (var _ in feed.WatchAsync(Topic.Learning, gone.Token))
                    heard = true;
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }
    }
}
