using OpenTelemetry.Trace;

namespace Restaurant.Web.Telemetry;

/// <summary>Counters that nobody listens to count nothing, so the listeners are made before the first request.</summary>
internal sealed class TelemetryStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<MetricsPage>();
        services.GetService<TracerProvider>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
