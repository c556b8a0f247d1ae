using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;
using Restaurant.Domain.Notifications;

namespace Restaurant.Pipeline.Outbox;

/// <summary>Empties the outbox: one loop a room, so that a slow room holds up no other.</summary>
public sealed partial class OutboxPump(
    RoomDelivery delivery, ChangeFeed changes, Heartbeats heartbeats, OutboxPace pace, TimeProvider clock, ILogger<OutboxPump> logger) : BackgroundService
{
    // A burst of new rows costs one look.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enum.GetValues<Room>().Select(room => EmptyAsync(room, stoppingToken)));

    private async Task EmptyAsync(Room room, CancellationToken cancellationToken)
    {
        await Task.Yield();
        DateTimeOffset? next = clock.GetUtcNow();
        await foreach (var _ in changes.WatchAsync(Topic.Outbox | Topic.Settings, cancellationToken, Gather, patience: () => Patience(next)))
        {
            heartbeats.Mark($"{room} room", 2 * (pace.Lease + pace.SlowLook));
            try
            {
                next = await delivery.EmptyAsync(room, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The database is away, for instance. What is claimed stays ours.
                Log.Stopped(logger, room, exception);
                next = clock.GetUtcNow() + AfterTrouble;
            }
        }
    }

    private TimeSpan Patience(DateTimeOffset? next)
    {
        var wait = next - clock.GetUtcNow() ?? pace.SlowLook;
        return wait > pace.SlowLook ? pace.SlowLook : wait > Soonest ? wait : Soonest;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The outbox of the {Room} room could not be emptied; it is tried again soon.")]
        public static partial void Stopped(ILogger logger, Room room, Exception exception);
    }
}
