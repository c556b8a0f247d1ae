using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;

namespace Restaurant.Pipeline.Outbox;

/// <summary>Sends what is due to one room, oldest first.</summary>
public sealed partial class RoomDelivery(
    IOutbox outbox, IRoomSender sender, SilentRooms silent, ISettings settings, ChangeFeed changes, OutboxPace pace, TimeProvider clock, ILogger<RoomDelivery> logger)
{
    // What a room asked for after taking a notice; kept here, because the row is done.
    private readonly ConcurrentDictionary<Room, DateTimeOffset> quietUntil = new();

    // Notices that nobody will send are set aside in portions: it is only for people to see.
    private static readonly TimeSpan AsideEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TakeUpFor = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Room, DateTimeOffset> asideLast = new();
    private readonly ConcurrentDictionary<Room, (DateTimeOffset Since, DateTimeOffset Until)> takenUp = new();
    private readonly string node = $"{outbox.Holder}/{Guid.NewGuid():N}";

    // Sent, and the database went away before it could be said there: said first when it is back, so that the room hears it once.
    private readonly ConcurrentDictionary<Room, OutboxMessage> unsettled = new();

    /// <returns>When to look again at the latest; null when nothing waits.</returns>
    public async Task<DateTimeOffset?> EmptyAsync(Room room, CancellationToken cancellationToken)
    {
        if (unsettled.TryGetValue(room, out var sent))
            await SettleAsync(sent);
        while (true)
        {
            if (quietUntil.TryGetValue(room, out var until) && until > clock.GetUtcNow())
                return until;
            if (asideLast.TryGetValue(room, out var last) && last + AsideEvery > clock.GetUtcNow() && last <= clock.GetUtcNow())
                return last + AsideEvery;

            // Rows written after the look may find an address by then, so only older ones are set aside.
            var looked = clock.GetUtcNow();
            var (address, why) = await AddressAsync(room, cancellationToken);
            if (address is null)
            {
                if (await outbox.SetAsideAsync(room, why, looked, cancellationToken) > 0)
                    changes.Publish(Topic.Outbox);
                asideLast[room] = looked;
                silent.Add(room);
                takenUp.TryRemove(room, out _);
                return null;
            }

            await TakeUpAsync(room, cancellationToken);

            var claim = await outbox.ClaimAsync(room, node, pace.Lease, cancellationToken);
            if (claim.Row is null)
                return claim.NextAt;

            var quiet = await DeliverAsync(claim.Row, address, cancellationToken);
            if (quiet > TimeSpan.Zero)
                quietUntil[room] = clock.GetUtcNow() + quiet;
            else
                quietUntil.TryRemove(room, out _);
            changes.Publish(Topic.Outbox);
        }
    }

    // A batch under way may still write by what the last vain look said, so what came after that look is taken up for a while.
    private async Task TakeUpAsync(Room room, CancellationToken cancellationToken)
    {
        if (silent.Remove(room))
            takenUp[room] = (asideLast[room], clock.GetUtcNow() + TakeUpFor);
        if (!takenUp.TryGetValue(room, out var take))
            return;
        if (clock.GetUtcNow() > take.Until)
            takenUp.TryRemove(room, out _);
        await outbox.TakeUpAsync(room, take.Since, cancellationToken);
    }

    /// <returns>How long the room wants to be left alone.</returns>
    private async Task<TimeSpan> DeliverAsync(OutboxMessage row, string address, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["OutboxKey"] = row.Key });
        using var activity = MessageTrace.NumberIn(row.Key) is { } number
            ? MessageTrace.Start("outbox.send", ActivityKind.Client, number)
            : Telemetry.Activities.StartActivity("outbox.send", ActivityKind.Client);
        activity?.SetTag("room", row.Room.ToString()).SetTag("outbox.key", row.Key);
        var started = clock.GetTimestamp();

        var result = await SendOrGiveBackAsync(row, address, cancellationToken);

        // Checkpoint: the room may have taken the notice. A crash before the next line is done sends it once more; the key in it tells.
        Apply(row, result);
        await SettleAsync(row);

        var room = new KeyValuePair<string, object?>("room", row.Room.ToString());
        Telemetry.OutboxTime.Record(clock.GetElapsedTime(started).TotalSeconds, room);
        activity?.SetTag("outcome", result.Outcome.ToString());
        switch (result.Outcome)
        {
            case SendOutcome.Sent:
                Telemetry.OutboxSent.Add(1, room);
                break;
            case SendOutcome.Busy or SendOutcome.Away:
                break;
            default:
                activity?.SetStatus(ActivityStatusCode.Error, result.Sentence);
                Telemetry.OutboxFailed.Add(1, room, new("kind", row.Status == OutboxStatus.DeadLettered ? "dead" : "round"));
                Log.Failed(logger, row.Room, row.Attempts, result.Sentence, row.Status);
                break;
        }

        return result.Wait;
    }

    // Not cancelled: what was sent is written down before the program ends.
    private async Task SettleAsync(OutboxMessage row)
    {
        unsettled[row.Room] = row;
        await outbox.SettleAsync(row, CancellationToken.None);
        unsettled.TryRemove(row.Room, out _);
    }

    private async Task<SendResult> SendOrGiveBackAsync(OutboxMessage row, string address, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(row, address, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program stops: another node need not wait for the lease.
            await outbox.SettleAsync(row, CancellationToken.None);
            throw;
        }
    }

    private async Task<SendResult> SendAsync(OutboxMessage row, string address, CancellationToken cancellationToken)
    {
        // A room that is away is no notice's fault: it is asked in short steps, and a round is made when it answers.
        if (row.Attempts > 0 && !await sender.AnswersAsync(address, cancellationToken))
            return new(SendOutcome.Away, row.Error ?? "");
        try
        {
            return await sender.SendAsync(RoomNotice.FromJson(row.Payload), row.Key, address, cancellationToken);
        }
        catch (JsonException)
        {
            return new(SendOutcome.Refused, "The notice cannot be read; it was written by another version of the program. Look the matter up by its key.");
        }
    }

    private void Apply(OutboxMessage row, SendResult result)
    {
        var now = clock.GetUtcNow();
        switch (result.Outcome)
        {
            case SendOutcome.Sent:
                (row.Status, row.SentAt, row.Error) = (OutboxStatus.Sent, now, null);
                break;
            case SendOutcome.Busy:
                (row.DueAt, row.Error) = (now + result.Wait, result.Sentence);
                break;
            case SendOutcome.Away:
                row.DueAt = now + pace.Look;
                break;
            case SendOutcome.Failed when row.Attempts + 1 < pace.Rounds:
                row.DueAt = now + pace.Waits[row.Attempts];
                (row.Attempts, row.Error) = (row.Attempts + 1, result.Sentence);
                break;
            default:
                (row.Status, row.Attempts, row.Error) = (OutboxStatus.DeadLettered, row.Attempts + 1, result.Sentence);
                break;
        }
    }

    private async Task<(string? Address, string? Why)> AddressAsync(Room room, CancellationToken cancellationToken)
    {
        try
        {
            return (await settings.SecretAsync(RoomSecrets.AddressOf(room), cancellationToken), null);
        }
        catch (InvalidOperationException unreadable)
        {
            return (null, unreadable.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The {Room} room did not take a notice in round {Round}: {Reason} It is now {Status}.")]
        public static partial void Failed(ILogger logger, Room room, int round, string reason, OutboxStatus status);
    }
}
