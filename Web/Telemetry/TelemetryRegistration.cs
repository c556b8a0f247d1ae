using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Source = Restaurant.Domain.Shared.Telemetry;

namespace Restaurant.Web.Telemetry;

/// <summary>
/// Figures for /metrics always; figures and traces by OTLP where OTEL_EXPORTER_OTLP_ENDPOINT is set.
/// The source of outgoing HTTP calls is left out on purpose: its spans would carry the webhook addresses, which are secrets.
/// </summary>
internal static class TelemetryRegistration
{
    private static readonly string[] FrameworkMeters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var remote = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var resource = ResourceBuilder.CreateDefault().AddService("restaurant", serviceInstanceId: Environment.MachineName);
        builder.Services.AddSingleton<MetricsPage>(_ => new(resource, FrameworkMeters, remote));
        builder.Services.AddHostedService<TelemetryStart>();
        if (remote)
        {
            builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(Source.Name, "Microsoft.AspNetCore", "Npgsql")
                .AddOtlpExporter()
                .Build());
        }

        AddLogs(builder);
    }

    /// <summary>Short lines for people, or with Logging:Format=json one JSON object a line for machines.</summary>
    private static void AddLogs(WebApplicationBuilder builder)
    {
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (string.Equals(builder.Configuration["Logging:Format"], "json", StringComparison.OrdinalIgnoreCase))
        {
            builder.Logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
        else
        {
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
        }
    }
}
