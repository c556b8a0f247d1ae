using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Live;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Pipeline.Menu;

/// <summary>
/// The newest menu, compiled for reading and shared by every thread of this node. A reader gets the whole old menu or the whole new one,
/// never a half, and never waits while the next is compiled.
/// </summary>
public sealed partial class MenuCache(IMenuStore store, ChangeFeed changes, ILogger<MenuCache> logger) : BackgroundService
{
    // A change made by another node is signalled too; this is for the signal that got lost: a change is in use everywhere within a second.
    private static readonly TimeSpan SafetyPace = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile MenuIndex? current;

    /// <summary>The newest menu this node knows. Call <see cref="ReadyAsync"/> once before the first use.</summary>
    public MenuIndex Current =>
        current ?? throw new InvalidOperationException("The menu is not loaded yet. Await MenuCache.ReadyAsync once at start.");

    /// <summary>Loads the menu if nobody has; console programs need nothing else. Afterwards it returns at once.</summary>
    public async ValueTask ReadyAsync(CancellationToken cancellationToken)
    {
        if (current is null)
            await RefreshAsync(cancellationToken);
    }

    /// <summary>Takes over what the database holds now, where that is newer. For those who cannot wait for the signal.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            var isNew = current is { } known && known.Menu.Version == await store.VersionAsync(cancellationToken);
            Telemetry.CacheLooks.Add(1, new("cache", "menu"), new("result", isNew ? "hit" : "miss"));
            if (isNew)
                return;
            var menu = await store.LoadAsync(cancellationToken);
            current = MenuIndex.Compile(menu);
            Log.Loaded(logger, menu.Version, menu.Items.Count());
        }
        finally
        {
            loading.Release();
        }
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadyAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in changes.WatchAsync(Topic.Menu, stoppingToken, atLeastEvery: SafetyPace))
            await TryRefreshAsync(stoppingToken);
    }

    private async Task TryRefreshAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RefreshAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The old menu serves on; the safety check tries again.
            Log.NotLoaded(logger, exception);
        }
    }

    public override void Dispose()
    {
        loading.Dispose();
        base.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Menu version {Version} is in use: {Items} items.")]
        public static partial void Loaded(ILogger logger, long version, int items);

        [LoggerMessage(LogLevel.Warning, "The menu could not be read; the last one known stays in use and the next try follows in seconds.")]
        public static partial void NotLoaded(ILogger logger, Exception exception);
    }
}
