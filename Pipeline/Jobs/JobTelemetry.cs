using System.Diagnostics.Metrics;
using Restaurant.Domain.Shared;

namespace Restaurant.Pipeline.Jobs;

internal static class JobTelemetry
{
    /// <summary>Tags: job, state.</summary>
    public static Counter<long> Attempts { get; } = Telemetry.Meter.CreateCounter<long>("restaurant.jobs.attempts", "{attempt}", "Attempts made, by what came of them.");

    /// <summary>Tag: job.</summary>
    public static Histogram<double> Time { get; } = Telemetry.Meter.CreateHistogram(
        "restaurant.jobs.duration", "s", "Time of one attempt.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.1, 0.5, 1, 5, 15, 60, 300, 900] });

    /// <summary>Tag: job.</summary>
    public static Histogram<double> Wait { get; } = Telemetry.Meter.CreateHistogram(
        "restaurant.jobs.wait", "s", "Time from being due to beginning.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 60, 600, 3600] });

    public static Gauge<int> Running { get; } = Telemetry.Meter.CreateGauge<int>("restaurant.jobs.running", "{run}", "Runs under way on this node.");

    public static Gauge<int> GateOpen { get; } = Telemetry.Meter.CreateGauge<int>("restaurant.jobs.gate_open", "{gate}", "1 while heavy jobs may begin on this node.");
}
