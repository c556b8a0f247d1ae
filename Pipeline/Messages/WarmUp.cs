using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Pipeline.Messages;

/// <summary>Trains the understanding in the background, so that the first customer does not wait for it.</summary>
internal sealed partial class WarmUp(IHostApplicationLifetime lifetime, ILogger<WarmUp> logger) : BackgroundService
{
    private static bool tidied;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.AnswersAsync(stoppingToken);
        await Task.Run(Warm, stoppingToken);
    }

    private void Warm()
    {
        var started = Stopwatch.GetTimestamp();
        var features = IntentModel.Default.Size;
        var message = Screener.Screen("hello");
        Confidence.Of(message, IntentClassifier.Classify(message, OrderReading.Nothing), OrderReading.Nothing);

        // The examples it learned from and what the start left behind are not needed again: give their memory back, once for the process.
        if (!Interlocked.Exchange(ref tidied, true))
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            NativeMemory.GiveBack();
        }

        Log.Ready(logger, Stopwatch.GetElapsedTime(started).TotalSeconds, features);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The understanding is ready after {Seconds:0.0} s; the intent model has {Features} features")]
        public static partial void Ready(ILogger logger, double seconds, int features);
    }
}
