using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;

namespace Restaurant.Pipeline.Learning;

/// <summary>Takes over, at start and whenever a training has replaced it on any node, the classifier that is in use.</summary>
public sealed partial class ModelFollower(IntentTraining training, ChangeFeed changes, ILogger<ModelFollower> logger) : BackgroundService
{
    // For a signal that got lost, and for what failed.
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();

        // Listens before the first look, so that no training falls between the two.
        var patience = TimeSpan.Zero;
        await foreach (var _ in changes.WatchAsync(Topic.Learning, stoppingToken, patience: () => patience))
        {
            patience = SlowLook;
            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await training.CatchUpAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The present model goes on reading; the next look tries again.
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The classifier in use could not be taken over; this node goes on with the one it has.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
