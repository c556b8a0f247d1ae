using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Browser.Tests.Live;

/// <summary>Customers who write to the running program. All tests share one inbox, so each has a sender of its own.</summary>
public static class Customers
{
    public static string NewSender() => $"guest-{Guid.NewGuid().ToString("N")[..10]}";

    /// <summary>Through the door, as a channel does; read at once.</summary>
    public static async Task<long> WriteAsync(this TheApp app, string sender, string text)
    {
        var now = TimeProvider.System.GetUtcNow();
        var received = await app.Services.GetRequiredService<IInbox>().AddAsync(
            [new("sms", Guid.NewGuid().ToString("N"), sender, text, now) { Immediately = true }], CancellationToken.None);
        return received[0].Number;
    }

    /// <summary>Straight into the database, as if they had been there for long.</summary>
    public static async Task RememberAsync(this TheApp app, IEnumerable<CustomerMessage> messages)
    {
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        database.Messages.AddRange(messages);
        await database.SaveChangesAsync();
        app.Services.GetRequiredService<ChangeFeed>().Publish(Topic.Messages);
    }

    public static CustomerMessage Old(string sender, string text, MessageStatus status = MessageStatus.Registered)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new()
        {
            Channel = "sms",
            ExternalId = Guid.NewGuid().ToString("N"),
            Sender = sender,
            Text = text,
            SentAt = now,
            ReceivedAt = now,
            DueAt = now,
            Status = status,
            ProcessedAt = now,
            Attempts = status == MessageStatus.DeadLettered ? 3 : 1,
            Error = status == MessageStatus.DeadLettered ? "The oven was on fire." : null,
            Outcome = status == MessageStatus.Registered ? MessageOutcome.Miscellaneous : null,
        };
    }
}
