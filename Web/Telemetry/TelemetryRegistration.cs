using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Database;
using Source = Restaurant.Domain.Shared.Telemetry;

namespace Restaurant.Web.Telemetry;

/// <summary>
/// Figures for /metrics always; figures, traces and logs by OTLP where OTEL_EXPORTER_OTLP_ENDPOINT is set.
/// The source of outgoing HTTP calls is left out on purpose: its spans would carry the webhook addresses, which are secrets.
/// </summary>
internal static class TelemetryRegistration
{
    private static readonly string[] FrameworkMeters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.AspNetCore.Components.Server.Circuits", "Npgsql", "System.Runtime",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var target = OtlpTarget.From(builder.Configuration);
        MessageTrace.Place = builder.Configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } name ? name : "restaurant";
        var resource = ResourceBuilder.CreateDefault()
            .AddService(MessageTrace.Place, serviceInstanceId: $"{Environment.MachineName}/{Environment.ProcessId}");
        builder.Services.AddSingleton<MetricsPage>(_ => new(resource, FrameworkMeters, target));
        builder.Services.AddSingleton(TraceViewer.From(builder.Configuration));
        builder.Services.AddHostedService<TelemetryStart>();
        builder.Services.AddHostedService<BacklogFigures>();
        if (target is not null)
        {
            builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(Source.Name, "Microsoft.AspNetCore", "Npgsql")
                .AddOtlpExporter(options => target.Apply(options, "traces"))
                .Build());
            builder.Logging.AddOpenTelemetry(logs =>
            {
                (logs.IncludeScopes, logs.IncludeFormattedMessage) = (true, true);
                logs.SetResourceBuilder(resource).AddOtlpExporter(options => target.Apply(options, "logs"));
            });
        }

        AddLogs(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(services => new OutageLoggers(
            ActivatorUtilities.CreateInstance<LoggerFactory>(services), services.GetRequiredService<Outages>(), services.GetRequiredService<TimeProvider>())));
    }

    /// <summary>Short lines for people, or with Logging:Format=json one JSON object a line for machines.</summary>
    private static void AddLogs(WebApplicationBuilder builder)
    {
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);

        // These lines hold whole addresses, and an address may hold a one-time link or a token. No log level set for all brings them back.
        builder.Services.PostConfigure<LoggerFilterOptions>(filters =>
            filters.Rules.Add(new(providerName: null, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning, filter: null)));
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
