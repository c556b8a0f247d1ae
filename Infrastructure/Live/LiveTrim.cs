using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;

namespace Restaurant.Infrastructure.Live;

/// <summary>Keeps the events of a day, and not more than listeners could ever ask for.</summary>
internal sealed partial class LiveTrim(ILiveEvents events, TimeProvider clock, ILogger<LiveTrim> logger) : BackgroundService
{
    private const int Keep = 100_000;
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Every, clock, stoppingToken);
            try
            {
                var trimmed = await events.TrimAsync(clock.GetUtcNow() - Age, Keep, stoppingToken);
                if (trimmed > 0)
                    Log.Trimmed(logger, trimmed);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotTrimmed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} old events were forgotten.")]
        public static partial void Trimmed(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Old events could not be forgotten; it is tried again in ten minutes.")]
        public static partial void NotTrimmed(ILogger logger, Exception exception);
    }
}
