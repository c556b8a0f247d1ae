using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Restaurant.Web.Telemetry;

/// <summary>
/// Counters that nobody listens to count nothing, so the listeners are made before the first request. What was said, counted and traced just before
/// the end is sent while the program still stands; taking it apart waits for nobody.
/// </summary>
internal sealed class TelemetryStart(IServiceProvider services) : IHostedService
{
    private const int FlushMilliseconds = 2000;
    private LoggerProvider? logs;
    private MeterProvider? figures;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<MetricsPage>();
        traces = services.GetService<TracerProvider>();
        figures = services.GetService<MeterProvider>();
        logs = services.GetService<LoggerProvider>();
        return Task.CompletedTask;
    }

    // On threads of their own: a flush blocks until the collector has answered or time is up.
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => logs?.ForceFlush(FlushMilliseconds), cancellationToken),
        Task.Run(() => figures?.ForceFlush(FlushMilliseconds), cancellationToken),
        Task.Run(() => traces?.ForceFlush(FlushMilliseconds), cancellationToken));
}
