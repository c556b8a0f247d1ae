using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;
using Restaurant.Domain.Settings;

namespace Restaurant.Pipeline.Learning;

/// <summary>Trains every night at three, in the restaurant's time zone, and takes over what another node has trained.</summary>
public sealed partial class NightlyTraining(IntentTraining training, ISettings settings, ChangeFeed changes, TimeProvider clock, ILogger<NightlyTraining> logger)
    : BackgroundService
{
    private static readonly TimeOnly Hour = new(3, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await TryAsync(() => training.CatchUpAsync(stoppingToken), stoppingToken);
        await Task.WhenAll(FollowAsync(stoppingToken), TrainAsync(stoppingToken));
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in changes.WatchAsync(Topic.Learning, stoppingToken))
            await TryAsync(() => training.CatchUpAsync(stoppingToken), stoppingToken);
    }

    private async Task TrainAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Next(clock.GetUtcNow(), settings.Current) - clock.GetUtcNow(), clock, stoppingToken);
            await TryAsync(() => training.RetrainAsync("nightly", stoppingToken), stoppingToken);
        }
    }

    /// <summary>The next three o'clock; on the day that has none, the first moment after.</summary>
    internal static DateTimeOffset Next(DateTimeOffset now, RestaurantSettings settings)
    {
        var zone = settings.Zone;
        for (var day = settings.DayOf(now); ; day = day.AddDays(1))
        {
            var local = day.ToDateTime(Hour);
            while (zone.IsInvalidTime(local))
                local = local.AddMinutes(1);
            var at = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
            if (at > now)
                return at;
        }
    }

    private async Task TryAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The present model goes on reading; the next night tries again.
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The classifier could not be trained; the present one stays.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
