using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Intents;
using Restaurant.Pipeline.Footprint;

namespace Restaurant.Pipeline.Messages;

/// <summary>Trains the understanding in the background, so that the first customer does not wait for it.</summary>
internal sealed partial class WarmUp(IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<WarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.AnswersAsync(stoppingToken);
        await Task.Run(Warm, stoppingToken);

        // The examples it learned from and what the start left behind are not needed again.
        await Tidying.RunAsync(clock, stoppingToken);
    }

    private void Warm()
    {
        var started = Stopwatch.GetTimestamp();
        var features = IntentModel.Default.Size;
        var message = Screener.Screen("hello");
        Confidence.Of(message, IntentClassifier.Classify(message, OrderReading.Nothing), OrderReading.Nothing);

        Log.Ready(logger, Stopwatch.GetElapsedTime(started).TotalSeconds, features);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The understanding is ready after {Seconds:0.0} s; the intent model has {Features} features")]
        public static partial void Ready(ILogger logger, double seconds, int features);
    }
}
