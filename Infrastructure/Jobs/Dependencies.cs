using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Settings;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Live;
using Restaurant.Infrastructure.Models;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Jobs;

internal sealed partial class Dependencies(
    IDbContextFactory<RestaurantDb> databases, Outages outages, SignalState signals, ISettings settings, IConfiguration configuration, DependencyWatch watch,
    ILogger<Dependencies> logger) : IDependencies
{
    private const string Database = "Database";
    private const string Redis = "Redis";
    private const string Discord = "Discord";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<Dependency>> ReadAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var (database, rooms) = await DatabaseAsync(limit.Token);
        return [database, RedisNow(), rooms, Model()];
    }

    // What waits for Discord stands in the database: where that is away, nobody knows.
    private async Task<(Dependency Database, Dependency Rooms)> DatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var failing = await database.Outbox.Where(row => row.Status == OutboxStatus.Waiting && row.Attempts > 0)
                .GroupBy(_ => 1).Select(rows => new { Count = rows.Count(), Since = rows.Min(row => row.CreatedAt) }).SingleOrDefaultAsync(cancellationToken);
            var waiting = failing is null ? 0 : await database.Outbox.CountAsync(row => row.Status == OutboxStatus.Waiting, cancellationToken);
            watch.Works(Database);
            return (Answering(database.IsPostgres ? "PostgreSQL" : "SQLite"), failing is null
                ? await RoomsAsync(cancellationToken)
                : new(Discord, DependencyState.Down, failing.Since, "Discord does not take our notices.", Text($"{waiting} notices wait in the outbox, in their order."),
                    "Discord is asked every two seconds, and they leave by themselves when it answers. One that it answers and still does not take waits, after three rounds, in the Outbox for somebody to press Retry."));
        }
        catch (Exception exception)
        {
            Log.NoAnswer(logger, exception);
            watch.Failed(Database, "does not answer");
            var down = new Dependency(
                Database, DependencyState.Down, watch.Of(Database)?.Since, "The database does not answer.",
                "Everything that is written waits: new messages are refused at the door and sent again by their channels, jobs and notices stand still.",
                "It is tried again every second. Work goes on by itself when it answers; a run in the middle is begun again where its lease is over.");
            return (down, new(Discord, DependencyState.Up, null, "Nothing is known of it while the database is away.", "", ""));
        }
    }

    private Dependency Answering(string name) => outages.FullSince is not { } since
        ? new(Database, DependencyState.Up, null, $"{name} answers.", "", "")
        : new(
            Database, DependencyState.Down, since, "The database's disk is full.",
            "What was acknowledged is safe and pages can be read. New messages are refused at the door and sent again by their channels; jobs and notices stand still.",
            "Make room on that disk. It is looked at every second, and work goes on by itself.");

    private async Task<Dependency> RoomsAsync(CancellationToken cancellationToken)
    {
        foreach (var room in Enum.GetValues<Room>())
        {
            if ((await settings.SecretStateAsync(RoomSecrets.AddressOf(room), cancellationToken)).IsSet)
                return new(Discord, DependencyState.Up, null, "The rooms take our notices.", "", "");
        }

        return new(Discord, DependencyState.NotUsed, null, "No room has an address.", "Notices are set aside in the Outbox.", "Enter the rooms' addresses in Settings, Rooms.");
    }

    private Dependency RedisNow()
    {
        if (configuration.GetConnectionString(Redis) is not { Length: > 0 })
            return new(Redis, DependencyState.NotUsed, null, "Not configured; everything it could do is done without it.", "", "");
        if (signals.Problem is null)
        {
            watch.Works(Redis);
            return new(Redis, DependencyState.Up, null, "Redis answers.", "", "");
        }

        watch.Failed(Redis, "does not answer");
        return new(
            Redis, DependencyState.Down, watch.Of(Redis)?.Since, "Redis does not answer.", "Nothing is lost: changes on other nodes are seen by the slow look, a few seconds later.",
            "The connection is reopened by itself.");
    }

    private Dependency Model()
    {
        if (LlmOptions.Read(configuration).Endpoint is null)
            return new(WatchedChat.Name, DependencyState.NotUsed, null, "Not configured; the understanding is our own.", "", "");
        return watch.Of(WatchedChat.Name) is not { } trouble
            ? new(WatchedChat.Name, DependencyState.Up, null, "It is asked for a second opinion where ours is unsure.", "", "")
            : new(
                WatchedChat.Name, DependencyState.Down, trouble.Since, $"The language model {trouble.What} when it was last asked.",
                "Nothing waits longer than it would: what our own reading is unsure of goes to a person.", "It is asked again with the next unsure message.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The database did not answer the look at what the product leans on.")]
        public static partial void NoAnswer(ILogger logger, Exception exception);
    }
}
