using Restaurant.Domain.Live;

namespace Restaurant.Web.Hubs;

/// <summary>Keeps the window new: woken by changes, and by a slow look for what a lost signal missed.</summary>
internal sealed partial class LiveTail(LiveWindow window, ChangeFeed changes, ILogger<LiveTail> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(2);
    private static readonly Topic Everything = Enum.GetValues<Topic>().Aggregate((all, topic) => all | topic);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var more = false;
        await foreach (var _ in changes.WatchAsync(Everything, stoppingToken, Pace, patience: () => more ? Soon : SlowLook))
        {
            try
            {
                more = await window.PullAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRead(logger, exception);
                more = false;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "New events could not be read for the live hub; it looks again in a moment. Nothing is lost.")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
