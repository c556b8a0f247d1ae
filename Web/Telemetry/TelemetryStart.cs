using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace Restaurant.Web.Telemetry;

/// <summary>
/// Counters that nobody listens to count nothing, so the listeners are made before the first request. What a log line says just before the
/// end is sent while the program still stands; taking it apart waits for nobody.
/// </summary>
internal sealed class TelemetryStart(IServiceProvider services) : IHostedService
{
    private const int FlushMilliseconds = 2000;
    private LoggerProvider? logs;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<MetricsPage>();
        services.GetService<TracerProvider>();
        logs = services.GetService<LoggerProvider>();
        return Task.CompletedTask;
    }

    // On a thread of its own: the flush blocks until the collector has answered or time is up.
    public Task StopAsync(CancellationToken cancellationToken) =>
        logs is null ? Task.CompletedTask : Task.Run(() => logs.ForceFlush(FlushMilliseconds), cancellationToken);
}
