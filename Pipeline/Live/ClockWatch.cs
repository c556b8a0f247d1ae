using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;

namespace Restaurant.Pipeline.Live;

/// <summary>Notices that the machine's clock was set back, and keeps what waits from waiting that much longer.</summary>
public sealed partial class ClockWatch(IPendingTimes times, ChangeFeed changes, TimeProvider clock, ILogger<ClockWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Worth = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The timer's ticks go on whatever the clock on the wall is set to.
        var (wall, ticks) = (clock.GetUtcNow(), clock.GetTimestamp());
        while (true)
        {
            await Task.Delay(Pace, clock, stoppingToken);
            var moved = clock.GetUtcNow() - wall - clock.GetElapsedTime(ticks);
            if (moved < -Worth && !await TryBringBackAsync(moved, stoppingToken))
                continue; // tried again in a second
            (wall, ticks) = (clock.GetUtcNow(), clock.GetTimestamp());
        }
    }

    private async Task<bool> TryBringBackAsync(TimeSpan moved, CancellationToken stoppingToken)
    {
        try
        {
            var rows = await times.BringBackAsync(stoppingToken);
            Log.SetBack(logger, -moved, rows);
            changes.Publish(Topic.Waiting | Topic.Outbox);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.NotBroughtBack(logger, exception);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The clock was set back by {Time}; {Rows} waiting rows were brought back to the present.")]
        public static partial void SetBack(ILogger logger, TimeSpan time, int rows);

        [LoggerMessage(Level = LogLevel.Error, Message = "The clock was set back, and what waits could not be brought back; it is tried again in a second.")]
        public static partial void NotBroughtBack(ILogger logger, Exception exception);
    }
}
