using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Source = Restaurant.Domain.Shared.Telemetry;

namespace Restaurant.Web.Telemetry;

/// <summary>Collects the figures when they are asked for.</summary>
internal sealed class MetricsPage : IDisposable
{
    // Each figure keeps room for as many combinations of labels. None of ours has more than a few dozen; a request's duration has routes times statuses.
    private const int Few = 200;
    private const string Requests = "http.server.request.duration";
    private static readonly MetricStreamConfiguration FewLabels = new() { CardinalityLimit = Few };
    private readonly Lock gate = new();
    private readonly MetricsText text = new();
    private readonly BaseExportingMetricReader reader;
    private readonly MeterProvider provider;

    public MetricsPage(ResourceBuilder resource, string[] frameworkMeters, OtlpTarget? target)
    {
        reader = new(text);
        var builder = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter([Source.Name, .. frameworkMeters])
            .AddView(instrument => instrument.Name == Requests ? null : FewLabels)
            .AddReader(reader);
        if (target is not null)
            builder.AddOtlpExporter(options => target.Apply(options, "metrics"));
        provider = builder.Build();
    }

    public string Read()
    {
        // One collection at a time: the exporter keeps one page.
        lock (gate)
        {
            reader.Collect();
            return text.Page;
        }
    }

    public void Dispose() => provider.Dispose();
}
