using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Source = Restaurant.Domain.Shared.Telemetry;

namespace Restaurant.Web.Telemetry;

/// <summary>Looks twice a minute how much waits and what was given up, so that a collector sees it grow. Every node says the same.</summary>
internal sealed partial class BacklogFigures(IMessageLog messages, IOutboxLog outbox, TimeProvider clock, ILogger<BacklogFigures> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The last figures stay; /health/ready says what is wrong.
                Log.NotRead(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var inbox = await messages.FiguresAsync(cancellationToken);
        Source.Waiting.Record(inbox.Waiting, In("inbox"));
        Source.OldestWaiting.Record(Age(inbox.OldestWaiting, now), In("inbox"));
        Source.DeadLetters.Record(inbox.DeadLetters, In("inbox"));
        var notices = await outbox.BacklogAsync(cancellationToken);
        Source.Waiting.Record(notices.Waiting, In("outbox"));
        Source.OldestWaiting.Record(Age(notices.OldestWaiting, now), In("outbox"));
        Source.DeadLetters.Record(notices.DeadLettered, In("outbox"));
    }

    private static double Age(DateTimeOffset? oldest, DateTimeOffset now) => oldest is { } since ? Math.Max(0, (now - since).TotalSeconds) : 0;

    private static KeyValuePair<string, object?> In(string queue) => new("queue", queue);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The figures of inbox and outbox could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
