using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Pipeline.Messages;

/// <summary>Trains the understanding in the background, so that the first customer does not wait for it, and sees to it that memory nobody needs goes back.</summary>
internal sealed partial class WarmUp(IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<WarmUp> logger) : BackgroundService
{
    // When no more is compiled the start is over; if that never comes, a minute is enough.
    private const int Few = 50;
    private const int Glances = 30;
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan QuietGlance = TimeSpan.FromSeconds(10);
    private static bool tidied;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.AnswersAsync(stoppingToken);
        await Task.Run(Warm, stoppingToken);

        // The examples it learned from and what the start left behind are not needed again: give their memory back, once for the process.
        if (Interlocked.Exchange(ref tidied, true))
            return;
        GiveBack();

        // The schedules begin beside the training, and what is used often is compiled once more: that leaves something behind, too.
        await Compilation.SettledAsync(clock, Glance, Few, Glances, stoppingToken);
        GiveBack();
        await new QuietTidying(() => (GC.GetTotalAllocatedBytes(), GC.GetTotalMemory(forceFullCollection: false)), GiveBack, clock, QuietGlance).RunAsync(stoppingToken);
    }

    private static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        NativeMemory.GiveBack();
        MappedFiles.LetGo();
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
