using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Runs;
using Restaurant.Infrastructure.Database;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Nodes;

/// <summary>What stands in the database and what arrived in the room, counted against what was acknowledged.</summary>
internal static class Ledger
{
    public static async Task SettledAsync(Func<RestaurantDb> open, int count, TimeSpan limit)
    {
        var left = "";
        try
        {
            await Poll.UntilAsync(
                async () =>
                {
                    await using var database = open();
                    left = await LeftAsync(database, count);
                    return left.Length == 0;
                },
                "every message is done and every notice is sent",
                limit);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message} {left}", exception);
        }
    }

    // What waits, with what is known of it: enough to see why.
    private static async Task<string> LeftAsync(RestaurantDb database, int count)
    {
        var done = await database.Messages.CountAsync(message => message.ProcessedAt != null);
        var messages = await database.Messages.Where(message => message.ProcessedAt == null).OrderBy(message => message.Number).Take(3).ToListAsync();
        var notices = await database.Outbox.Where(notice => notice.Room == Room.Orders && notice.SentAt == null).OrderBy(notice => notice.Id).Take(3).ToListAsync();
        return done == count && notices.Count == 0
            ? ""
            : $"{done} of {count} done. {System.Text.Json.JsonSerializer.Serialize(messages)} {System.Text.Json.JsonSerializer.Serialize(notices)}";
    }

    /// <summary>Nothing lost, nothing twice, each sender in order, every order told to the room under one key.</summary>
    public static async Task ShouldBalanceAsync(Func<RestaurantDb> open, int count, RoomServer room)
    {
        await using var database = open();
        var messages = await database.Messages.AsNoTracking().OrderBy(message => message.Number).ToListAsync();
        messages.Count.ShouldBe(count);
        messages.ShouldAllBe(message => message.Status == MessageStatus.Registered);
        messages.Select(message => message.ExternalId).Distinct().Count().ShouldBe(count);

        var outcomes = messages.CountBy(message => message.Outcome!.Value).ToDictionary();
        var orders = await database.Orders.AsNoTracking().ToListAsync();
        orders.Count.ShouldBe(outcomes.GetValueOrDefault(MessageOutcome.Order));
        orders.Select(order => order.MessageNumber).Distinct().Count().ShouldBe(orders.Count);
        (await database.Enquiries.CountAsync()).ShouldBe(outcomes.GetValueOrDefault(MessageOutcome.Enquiry));
        (await database.Reviews.CountAsync()).ShouldBe(outcomes.GetValueOrDefault(MessageOutcome.Review));
        (await database.Runs.CountAsync(run => run.Outcome != RunOutcome.Failed)).ShouldBe(count);

        foreach (var sender in messages.GroupBy(message => message.Sender))
            sender.Select(message => message.ProcessedAt).ShouldBe(sender.Select(message => message.ProcessedAt).Order(), $"{sender.Key} is read in order");

        var keys = await database.Outbox.Where(notice => notice.Room == Room.Orders).Select(notice => notice.Key).ToListAsync();
        keys.Count.ShouldBe(orders.Count);
        room.Received.Select(received => KeyIn(received.Body)).Distinct().Order().ShouldBe(keys.Order(), "the room heard of every order");
    }

    public static int Repeats(RoomServer room) => room.Received.Count - room.Received.Select(received => KeyIn(received.Body)).Distinct().Count();

    private static string KeyIn(string body) =>
        System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("embeds")[0].GetProperty("footer").GetProperty("text").GetString()!;
}
