using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Pipeline.Messages;

/// <summary>Trains the understanding in the background, so that the first customer does not wait for it.</summary>
internal sealed partial class WarmUp(ILogger<WarmUp> logger) : BackgroundService
{
    private static bool tidied;

    // The host waits for the part of ExecuteAsync before the first await: training must not be in it.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Warm, stoppingToken);

    private void Warm()
    {
        var started = Stopwatch.GetTimestamp();
        var features = IntentModel.Default.Size;
        var message = Screener.Screen("hello");
        Confidence.Of(message, IntentClassifier.Classify(message, OrderReading.Nothing), OrderReading.Nothing);

        // The examples it learned from are not needed again: give their memory back, once for the process, while nothing else goes on.
        if (!Interlocked.Exchange(ref tidied, true))
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Log.Ready(logger, Stopwatch.GetElapsedTime(started).TotalSeconds, features);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The understanding is ready after {Seconds:0.0} s; the intent model has {Features} features")]
        public static partial void Ready(ILogger logger, double seconds, int features);
    }
}
