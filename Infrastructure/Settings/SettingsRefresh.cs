using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Settings;

/// <summary>Checks the settings when the program starts, and keeps this node's copy new.</summary>
internal sealed partial class SettingsRefresh(SettingsStore settings, MasterKey key, ChangeFeed changes, ILogger<SettingsRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan SafetyNet = TimeSpan.FromSeconds(30);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await settings.RefreshAsync(cancellationToken);
        if (SettingsRules.Problems(settings.Current) is { Count: > 0 } problems)
            throw new UnusableSettingException($"The restaurant's settings cannot be used. {string.Join(' ', problems)}");
        if (!key.Exists)
            Log.NoMasterKey(logger);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in changes.WatchAsync(Topic.Settings, stoppingToken, atLeastEvery: SafetyNet))
        {
            try
            {
                await settings.RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRefreshed(logger, exception); // the copy stays as it was; the next look comes in half a minute
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Secrets lie in PostgreSQL together with their keys. Set Restaurant:Key, the same on all nodes, to protect them in copies of the database.")]
        public static partial void NoMasterKey(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "The settings could not be read again; the last ones known stay in force.")]
        public static partial void NotRefreshed(ILogger logger, Exception exception);
    }
}
