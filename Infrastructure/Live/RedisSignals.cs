using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;
using StackExchange.Redis;

namespace Restaurant.Infrastructure.Live;

/// <summary>
/// Carries "something changed" between nodes by Redis, where one is configured. The client's calls have no time-out of their own,
/// so every one is given one here. While Redis is away, PostgreSQL carries the signals where it is the database.
/// </summary>
internal sealed partial class RedisSignals(
    IConfiguration configuration, ChangeFeed changes, SignalState state, TimeProvider clock, ILogger<RedisSignals> logger) : BackgroundService
{
    private const string Channel = "restaurant:changes";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BeforeReconnect = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);
    private static readonly Topic Everything = Enum.GetValues<Topic>().Aggregate((all, topic) => all | topic);
    private readonly string node = Guid.NewGuid().ToString("N");
    private readonly Outgoing outgoing = new();
    private bool away;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        changes.Published += outgoing.Add;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await CarryAsync(stoppingToken);
        }
        finally
        {
            changes.Published -= outgoing.Add;
        }
    }

    private async Task CarryAsync(CancellationToken cancellationToken)
    {
        ConnectionMultiplexer? redis = null;
        Task<ConnectionMultiplexer>? connecting = null;
        try
        {
            var options = ConfigurationOptions.Parse(configuration.GetConnectionString("Redis")!);
            options.AbortOnConnectFail = true;
            connecting = ConnectionMultiplexer.ConnectAsync(options);
            redis = await connecting.WaitAsync(Patience, clock, cancellationToken);
            redis.ConnectionRestored += (_, _) => changes.Deliver(Everything);
            var line = redis.GetSubscriber();
            await line.SubscribeAsync(Channel, (_, words) => Hear(words)).WaitAsync(Patience, clock, cancellationToken);
            state.Works(SignalState.Redis);
            if (away)
                Log.Back(logger);
            away = false;
            changes.Deliver(Everything);
            while (true)
            {
                // A line that froze is noticed by asking, also by a node that has nothing to tell.
                if (await TakeAsync(cancellationToken) is not { } topics)
                {
                    await line.PingAsync().WaitAsync(Patience, clock, cancellationToken);
                    continue;
                }

                try
                {
                    await line.PublishAsync(Channel, string.Create(CultureInfo.InvariantCulture, $"{node} {(int)topics}")).WaitAsync(Patience, clock, cancellationToken);
                }
                catch
                {
                    outgoing.Add(topics);
                    throw;
                }

                await Task.Delay(Gather, clock, cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var worked = state.Carries(SignalState.Redis);
            state.Failed(SignalState.Redis, exception.Message);

            // What went in last may not have come out: everybody looks once, here and, where PostgreSQL carries, everywhere.
            if (worked)
                changes.Publish(Everything);
            if (!away)
                Log.Lost(logger, exception);
            away = true;
            await Task.Delay(BeforeReconnect, clock, cancellationToken);
        }
        finally
        {
            if (redis is not null)
                _ = CloseAsync(redis);
            else if (connecting is not null)
                _ = CloseLateAsync(connecting);
        }
    }

    /// <returns>Null when there was nothing to tell for a while.</returns>
    private async Task<Topic?> TakeAsync(CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(Silence);
        try
        {
            return await outgoing.TakeAsync(silence.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Hear(string words)
    {
        if (words.Split(' ') is [var from, var number] && from != node && int.TryParse(number, CultureInfo.InvariantCulture, out var topics))
            changes.Deliver((Topic)topics & Everything);
    }

    // Nobody waits for it any more. Left alone it would keep its connections, and open them again, for good.
    private async Task CloseLateAsync(Task<ConnectionMultiplexer> connecting)
    {
        await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connecting.IsCompletedSuccessfully)
            await CloseAsync(await connecting);
    }

    private async Task CloseAsync(ConnectionMultiplexer redis)
    {
        try
        {
            await redis.CloseAsync(allowCommandsToComplete: false).WaitAsync(Patience, clock);
            redis.Dispose();
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            Log.NotClosed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Redis carries no signals now; it is tried again every second. Until then PostgreSQL carries them, or other nodes see changes by their slow look.")]
        public static partial void Lost(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "Redis carries the signals again.")]
        public static partial void Back(ILogger logger);

        [LoggerMessage(Level = LogLevel.Debug, Message = "A lost line to Redis did not close cleanly.")]
        public static partial void NotClosed(ILogger logger, Exception exception);
    }
}
