using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

/// <summary>
/// Commits in groups: what arrives while its writers are on their way to the disk goes together into the next.
/// Nobody is answered before their own message is committed.
/// </summary>
internal sealed class Inbox(
    IDbContextFactory<RestaurantDb> databases, InboxRows rows, InboxRoom room, WaitingDeliveries waiting, DoorThreads threads, WriteGate gate,
    IOutages outages, Lane lane, ChangeFeed changes) : IInbox
{
    /// <summary>PostgreSQL takes a group in while another is on its way to the disk; an embedded database has one writer.</summary>
    public const int Writers = 2;

    private const int MostTogether = 2000;
    private const int Tries = 3;

    public async Task<IReadOnlyList<ReceivedMessage>> AddAsync(IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
            return [];
        room.Check();
        var delivery = new Delivery(messages);
        if (waiting.Add(delivery))
            threads.Run(WriteAsync);

        // Who goes away does not stop the group; their message may be in, and sending it again is harmless.
        return await delivery.Done.Task.WaitAsync(cancellationToken);
    }

    private async Task WriteAsync()
    {
        for (IReadOnlyList<Delivery>? done = null; waiting.Take(MostTogether, done) is { Count: > 0 } group; done = group)
            await CommitAsync(group);
    }

    private async Task CommitAsync(IReadOnlyList<Delivery> group)
    {
        try
        {
            var messages = group.SelectMany(delivery => delivery.Messages).ToList();
            var received = await InsertAsync(messages);
            var at = 0;
            foreach (var delivery in group)
            {
                delivery.Done.SetResult(received.GetRange(at, delivery.Messages.Count));
                at += delivery.Messages.Count;
            }
        }
        catch (Exception exception) when (group.Count == 1)
        {
            group[0].Done.SetException(exception);
        }
        catch (Exception)
        {
            // One delivery may be at fault, or the database: each alone finds out, and tells its own sender.
            foreach (var delivery in group)
                await CommitAsync([delivery]);
        }
    }

    private async Task<List<ReceivedMessage>> InsertAsync(IReadOnlyList<NewMessage> messages)
    {
        for (var attempt = 1; ; attempt++)
        {
            var pass = lane.Enter(messages.Count);
            var leased = new List<CustomerMessage>();
            try
            {
                await using var database = await databases.CreateDbContextAsync();
                using var gated = await gate.EnterAsync(database, default);

                // PostgreSQL commits one statement by itself, without another trip to say so.
                var joins = rows.Joins(messages);
                await database.Database.OpenConnectionAsync();
                await using var transaction = database.IsPostgres && !joins ? null : await database.Database.BeginTransactionAsync();
                (var received, leased) = await rows.InsertAsync(database, messages, pass, joins);
                if (transaction is not null)
                    await transaction.CommitAsync();
                Tell(messages, received, leased.Count);
                return received;
            }
            catch (Exception exception) when (outages.IsOutage(exception) && attempt < Tries)
            {
                // Two nodes inserting the same pair of repeats crosswise can deadlock; the next try finds them there.
                leased = [];
            }
            catch
            {
                leased = [];
                throw;
            }
            finally
            {
                if (pass is not null)
                    lane.Fill(pass, leased);
            }
        }
    }

    private void Tell(IReadOnlyList<NewMessage> messages, List<ReceivedMessage> received, int leased)
    {
        var stored = received.Count(one => one.IsNew);
        if (stored == 0)
            return;
        Count(messages, received);
        changes.Publish(stored > leased ? Topic.Messages | Topic.Waiting : Topic.Messages);
    }

    private static void Count(IReadOnlyList<NewMessage> messages, List<ReceivedMessage> received)
    {
        foreach (var channel in messages.Zip(received).Where(pair => pair.Second.IsNew).CountBy(pair => pair.First.Channel))
            Telemetry.MessagesReceived.Add(channel.Value, new KeyValuePair<string, object?>("channel", channel.Key));
    }
}
