using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Restaurant.Web.Telemetry;

/// <summary>Keeps the newest figures as a page in Prometheus' text format.</summary>
internal sealed class MetricsText : BaseExporter<Metric>
{
    public string Page { get; private set; } = "";

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var page = new StringBuilder();
        foreach (var metric in batch)
            Write(page, metric);
        Page = page.ToString();
        return ExportResult.Success;
    }

    private static void Write(StringBuilder page, Metric metric)
    {
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var name = PrometheusName.Of(metric.Name, metric.Unit, isCounter);
        var kind = isCounter ? "counter" : metric.MetricType == MetricType.Histogram ? "histogram" : "gauge";
        page.Append(CultureInfo.InvariantCulture, $"# HELP {name} {PrometheusName.Escape(metric.Description ?? "")}\n# TYPE {name} {kind}\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = PrometheusName.Labels(point.Tags);
            switch (metric.MetricType)
            {
                case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                    Line(page, name, labels, point.GetSumLong());
                    break;
                case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                    Line(page, name, labels, point.GetSumDouble());
                    break;
                case MetricType.LongGauge:
                    Line(page, name, labels, point.GetGaugeLastValueLong());
                    break;
                case MetricType.DoubleGauge:
                    Line(page, name, labels, point.GetGaugeLastValueDouble());
                    break;
                case MetricType.Histogram:
                    Histogram(page, name, labels, point);
                    break;
            }
        }
    }

    private static void Histogram(StringBuilder page, string name, string labels, in MetricPoint point)
    {
        long count = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
            Line(page, $"{name}_bucket", labels.Length == 0 ? $"le=\"{bound}\"" : $"{labels},le=\"{bound}\"", count);
        }

        Line(page, $"{name}_sum", labels, point.GetHistogramSum());
        Line(page, $"{name}_count", labels, point.GetHistogramCount());
    }

    private static void Line(StringBuilder page, string name, string labels, double value) =>
        page.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value:R}\n");
}
