using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;

namespace Restaurant.Pipeline.Jobs;

/// <summary>
/// Keeps the alarms as the schedules want them and fires a schedule when its alarm rings. It begins when the program already answers, so that nobody waits for it.
/// </summary>
internal sealed partial class ScheduleClock(
    IFirings firings, IAlarms alarms, ChangeFeed changes, Heartbeats heartbeats, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<ScheduleClock> logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.AnswersAsync(stoppingToken);
        await StartAsync(RingAsync, stoppingToken);
        try
        {
            await AlignAsync(Topic.None, stoppingToken);
            await foreach (var topic in changes.WatchAsync(Topic.Jobs | Topic.Settings, stoppingToken, atLeastEvery: SlowLook))
                await AlignAsync(topic, stoppingToken);
        }
        finally
        {
            await StopAlarmsAsync();
        }
    }

    private async Task StopAlarmsAsync()
    {
        try
        {
            await alarms.StopAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The program ends either way: an alarm that was ringing rings again on another node or at the next start.
            Log.CannotStop(logger, exception);
        }
    }

    private async Task StartAsync(Func<Guid, CancellationToken, Task<DateTimeOffset?>> ring, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await firings.PutBuiltInsAsync(stoppingToken);
                await alarms.StartAsync(ring, stoppingToken);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CannotStart(logger, exception);
                await Task.Delay(AfterTrouble, clock, stoppingToken);
            }
        }
    }

    private Task<DateTimeOffset?> RingAsync(Guid scheduleId, CancellationToken cancellationToken) => firings.FireAsync(scheduleId, cancellationToken);

    private async Task AlignAsync(Topic topic, CancellationToken stoppingToken)
    {
        try
        {
            if (topic.HasFlag(Topic.Settings))
                await firings.PlanAgainAsync(stoppingToken); // the restaurant's time zone may have changed
            var wanted = await firings.AlarmsAsync(stoppingToken);
            await alarms.AlignAsync(wanted, thoroughly: topic == Topic.None, stoppingToken);
            heartbeats.Mark("schedules", Silence);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.CannotAlign(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The schedules cannot be started; it is tried again in two seconds.")]
        public static partial void CannotStart(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Warning, "The alarms of the schedules did not stop in order.")]
        public static partial void CannotStop(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Error, "The alarms of the schedules could not be set; it is tried again soon.")]
        public static partial void CannotAlign(ILogger logger, Exception exception);
    }
}
