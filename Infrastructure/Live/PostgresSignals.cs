using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Restaurant.Domain.Live;

namespace Restaurant.Infrastructure.Live;

/// <summary>
/// Carries "something changed" between nodes by PostgreSQL's LISTEN and NOTIFY, on connections of its own. Where Redis carries it, this one
/// listens all the same, and tells while Redis is away.
/// </summary>
internal sealed partial class PostgresSignals(
    IConfiguration configuration, ChangeFeed changes, SignalState state, TimeProvider clock, ILogger<PostgresSignals> logger) : BackgroundService
{
    private const string Channel = "restaurant";

    // More often than this a topic is not told: who listens reads the newest rows anyway.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BeforeReconnect = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan IsAlive = TimeSpan.FromSeconds(30);
    private static readonly Topic Everything = Enum.GetValues<Topic>().Aggregate((all, topic) => all | topic);
    private readonly string node = Guid.NewGuid().ToString("N");
    private readonly Outgoing outgoing = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        changes.Published += outgoing.Add;
        try
        {
            await Task.WhenAll(
                KeepUpAsync(ListenAsync, stoppingToken),
                KeepUpAsync(TellAsync, stoppingToken));
        }
        finally
        {
            changes.Published -= outgoing.Add;
        }
    }

    private async Task KeepUpAsync(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString());
                await connection.OpenAsync(cancellationToken);
                await work(connection, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                state.Failed(SignalState.Postgres, exception.Message);
                Log.Lost(logger, exception);
                await Task.Delay(BeforeReconnect, clock, cancellationToken);
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        connection.Notification += Hear;
        await ExecuteAsync(connection, $"LISTEN {Channel}", null, cancellationToken);
        state.Works(SignalState.Postgres);

        // What was told before we listened is gone for good: everybody looks once.
        changes.Deliver(Everything);
        while (true)
        {
            // A line that was cut without a word is only noticed by asking.
            if (!await connection.WaitAsync(IsAlive, cancellationToken))
                await ExecuteAsync(connection, "SELECT 1", null, cancellationToken);
        }
    }

    private async Task TellAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            var topics = await outgoing.TakeAsync(cancellationToken);
            if (state.Carries(SignalState.Redis))
                continue;
            try
            {
                await ExecuteAsync(connection, $"SELECT pg_notify('{Channel}', @words)", Payload(topics), cancellationToken);
            }
            catch
            {
                // Told on the next connection.
                outgoing.Add(topics);
                throw;
            }

            await Task.Delay(Gather, clock, cancellationToken);
        }
    }

    private void Hear(object sender, NpgsqlNotificationEventArgs told)
    {
        if (told.Payload.Split(' ') is [var from, var number] && from != node && int.TryParse(number, CultureInfo.InvariantCulture, out var topics))
            changes.Deliver((Topic)topics & Everything);
    }

    private string Payload(Topic topics) => string.Create(CultureInfo.InvariantCulture, $"{node} {(int)topics}");

    private string ConnectionString() => new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Restaurant"))
    {
        Pooling = false,
        ApplicationName = "Restaurant signals",
    }.ToString();

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, string? words, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (words is not null)
            command.Parameters.AddWithValue("words", words);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The line for signals between nodes was lost; it is opened again in a second. Until then other nodes see changes by their slow look.")]
        public static partial void Lost(ILogger logger, Exception exception);
    }
}
