using OpenTelemetry.Exporter;
using Restaurant.Domain.Shared;

namespace Restaurant.Web.Telemetry;

/// <summary>Where traces, figures and logs go, by the standard's own names, from any configuration: environment, command line or file.</summary>
internal sealed record OtlpTarget(Uri Endpoint, OtlpExportProtocol Protocol, string? Headers)
{
    /// <returns>Null where no endpoint is configured: then nothing leaves.</returns>
    public static OtlpTarget? From(IConfiguration configuration)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 } endpoint)
            return null;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new UnusableSettingException($"OTEL_EXPORTER_OTLP_ENDPOINT is not an address: {endpoint}. Write http://host:4317.");
        var protocol = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] switch
        {
            null or "" or "grpc" => OtlpExportProtocol.Grpc,
            "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            var other => throw new UnusableSettingException($"OTEL_EXPORTER_OTLP_PROTOCOL is {other}. Write grpc or http/protobuf."),
        };
        return new(uri, protocol, configuration["OTEL_EXPORTER_OTLP_HEADERS"]);
    }

    /// <param name="signal">traces, metrics or logs.</param>
    public void Apply(OtlpExporterOptions options, string signal)
    {
        options.Protocol = Protocol;

        // Over HTTP each signal has a path of its own, which the exporter adds only to addresses from the environment.
        options.Endpoint = Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri($"{Endpoint.ToString().TrimEnd('/')}/v1/{signal}") : Endpoint;
        if (Headers is not null)
            options.Headers = Headers;
    }
}
