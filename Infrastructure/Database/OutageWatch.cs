using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Restaurant.Infrastructure.Database;

/// <summary>
/// Says in the log, for all parts together, that the database does not answer, once a minute, and when it is back. The parts' own lines about it
/// are left out (<see cref="Outages.IsUnavailable"/>): a dozen loops that each write a stack every second hide what has happened.
/// </summary>
internal sealed partial class OutageWatch(Outages outages, IDbContextFactory<RestaurantDb> databases, TimeProvider clock, ILogger<OutageWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Reminder = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        long? told = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (outages.Away is not { } away)
                continue;
            if (told is not { } last || clock.GetElapsedTime(last) >= Reminder)
            {
                Log.Away(logger, away.Since.UtcDateTime, away.Why, outages.TakeUntold());
                told = clock.GetTimestamp();
            }

            if (!await AnswersAsync(stoppingToken))
                continue;
            outages.Answers();
            told = null;
            Log.Back(logger, (clock.GetUtcNow() - away.Since).TotalSeconds, outages.TakeUntold());
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken stoppingToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stoppingToken);
        try
        {
            await AskAsync(either.Token).WaitAsync(either.Token);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.StillAway(logger, exception.GetType().Name);
            return false;
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"SELECT 1", cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The database does not answer since {Since:HH:mm:ss} UTC ({Why}). What was taken before is safe, and work goes on by itself when it is back. {Lines} more lines about it were left out.")]
        public static partial void Away(ILogger logger, DateTime since, string why, int lines);

        [LoggerMessage(LogLevel.Warning, "The database answers again after {Seconds:0} s; work goes on. {Lines} more lines about it were left out.")]
        public static partial void Back(ILogger logger, double seconds, int lines);

        [LoggerMessage(LogLevel.Debug, "The database does not answer yet ({Kind}).")]
        public static partial void StillAway(ILogger logger, string kind);
    }
}
