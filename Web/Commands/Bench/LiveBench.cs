using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Web.Commands.Bench;

/// <summary>Writes events as the pipeline does and lets 100 listeners of the live hub hear them: first 1,000 a second, then as fast as it goes.</summary>
internal static class LiveBench
{
    private const int Listeners = 100;
    private const int PerSecond = 1000;
    private const int Seconds = 10;
    private const int Together = 10;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        await using var app = await BenchHost.WebAsync(run.Database, cancellationToken);
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var key = await app.Services.GetRequiredService<IApiKeys>().CreateAsync("bench", Role.Front, null, "bench", cancellationToken);
        var listeners = await Task.WhenAll(Enumerable.Range(0, Listeners).Select(_ => HubListener.ConnectAsync(app.Urls.First(), key, clock, cancellationToken)));
        await WarmUpAsync(app.Services, listeners, cancellationToken);
        var (processor, pauses) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
        var commits = await WriteAsync(app.Services, PerSecond * Seconds, Together, Beat, cancellationToken);
        await HeardAsync(listeners, PerSecond * Seconds, clock, cancellationToken);
        (processor, pauses) = (Environment.CpuUsage.TotalTime - processor, GC.GetTotalPauseDuration() - pauses);
        var delays = listeners.SelectMany(listener => listener.Delays).ToList();
        Array.ForEach(listeners, listener => listener.Forget());
        var start = clock.GetTimestamp();
        await WriteAsync(app.Services, run.Count, 500, TimeSpan.Zero, cancellationToken);
        await HeardAsync(listeners, run.Count, clock, cancellationToken);
        var took = clock.GetElapsedTime(start);
        foreach (var listener in listeners)
            await listener.DisposeAsync();
        await app.StopAsync(cancellationToken);
        return
        [
            new("listeners", Listeners, ""),
            .. Figure.Percentiles($"delivered after, at {PerSecond} events/s", delays),
            .. Figure.Percentiles("of that, until committed", commits),
            new("processor time, listeners included", processor.TotalSeconds / Seconds, "cores"),
            new("paused by the collector", 100 * pauses / TimeSpan.FromSeconds(Seconds), "%"),
            new("delivered at full speed", (double)run.Count * Listeners / took.TotalSeconds, "events/s"),
        ];
    }

    // A listener hears what comes after it has joined, so they are counted from when all have heard something and nothing more is on its way.
    private static async Task WarmUpAsync(IServiceProvider services, HubListener[] listeners, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        for (var start = clock.GetTimestamp(); listeners.Any(listener => listener.Heard == 0);)
        {
            await WriteAsync(services, 50, 10, Beat, cancellationToken);
            if (clock.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException($"{listeners.Count(listener => listener.Heard == 0)} listeners heard nothing in {Patience.TotalSeconds:0} s.");
        }

        // As a program that has run for a while: what is used often is compiled anew, and what the start left to do is done.
        await WriteAsync(services, PerSecond * 3, Together, Beat, cancellationToken);
        await BenchHost.CompiledAsync(clock, cancellationToken);
        var heard = -1;
        for (var now = 0; now != heard; now = listeners.Sum(listener => listener.Heard))
        {
            heard = now;
            await Task.Delay(TimeSpan.FromMilliseconds(200), clock, cancellationToken);
        }

        Array.ForEach(listeners, listener => listener.Forget());
    }

    // A delay holds everything from before the event's own commit until the listener has read it.
    private static async Task<List<double>> WriteAsync(IServiceProvider services, int count, int together, TimeSpan beat, CancellationToken cancellationToken)
    {
        var databases = services.GetRequiredService<IDbContextFactory<RestaurantDb>>();
        var (changes, clock) = (services.GetRequiredService<ChangeFeed>(), services.GetRequiredService<TimeProvider>());
        var start = clock.GetTimestamp();
        var commits = new List<double>();
        for (var at = 0; at < count; at += together)
        {
            var early = (beat * (at / together)) - clock.GetElapsedTime(start);
            if (early > TimeSpan.Zero)
                await Task.Delay(early, clock, cancellationToken);
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var now = clock.GetUtcNow();
            database.Events.AddRange(Enumerable.Range(at, Math.Min(together, count - at))
                .Select(number => new LiveEvent(0, Topic.Orders, $"{number}", $"Order {number} from guest {number}: 1 × Copper Classic, $12.50", now)));
            await database.SaveChangesAsync(cancellationToken);
            commits.Add((clock.GetUtcNow() - now).TotalMilliseconds);
            changes.Publish(Topic.Orders);
        }

        return commits;
    }

    private static async Task HeardAsync(HubListener[] listeners, int count, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (listeners.Any(listener => listener.Heard < count))
        {
            if (clock.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException($"A listener heard {listeners.Min(listener => listener.Heard)} of {count} events in {Patience.TotalSeconds:0} s.");
            await Task.Delay(TimeSpan.FromMilliseconds(1), clock, cancellationToken);
        }
    }
}
