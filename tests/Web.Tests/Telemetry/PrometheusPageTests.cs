using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Telemetry;

/// <summary>Reads /metrics of a real program as strictly as a collector does. In a process of its own: figures are counted by process.</summary>
public sealed partial class PrometheusPageTests
{
    [Fact]
    public async Task The_page_is_valid_and_holds_what_an_owner_watches()
    {
        await using var program = await RealProgram.StartAsync("--Metrics:Token=scrape me");
        using var collector = new HttpClient { BaseAddress = new(program.Address) };
        (await collector.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        collector.DefaultRequestHeaders.Authorization = new("Bearer", "scrape me");
        var page = "";

        // What is counted once something happened comes in no order: the queues by their round, the caches by whoever looks first.
        await Poll.UntilAsync(async () =>
        {
            page = await collector.GetStringAsync("/metrics");
            return page.Contains("restaurant_queue_dead_letters{queue=\"outbox\"}", StringComparison.Ordinal) && page.Contains("restaurant_cache_looks_total{cache=\"menu\"", StringComparison.Ordinal);
        }, "both queues and the menu were counted");

        var series = Read(page);

        foreach (var watched in (string[])["restaurant_queue_waiting{queue=\"inbox\"}", "restaurant_queue_oldest_seconds{queue=\"outbox\"}", "restaurant_queue_dead_letters{queue=\"outbox\"}"])
            series.Keys.ShouldContain(watched);
        foreach (var counted in (string[])["restaurant_cache_looks_total{cache=\"menu\"", "http_server_request_duration_seconds_bucket{", "kestrel_active_connections{", "dotnet_gc_collections_total{"])
            series.Keys.ShouldContain(key => key.StartsWith(counted, StringComparison.Ordinal), counted);
    }

    private static Dictionary<string, double> Read(string page)
    {
        page.ShouldEndWith("\n");
        var (series, types) = (new Dictionary<string, double>(), new Dictionary<string, string>());
        var family = "";
        foreach (var line in page.TrimEnd('\n').Split('\n'))
        {
            if (TypeLine().Match(line) is { Success: true } type)
            {
                family = type.Groups["name"].Value;
                types.TryAdd(family, type.Groups["type"].Value).ShouldBeTrue($"{family} has two TYPE lines");
            }
            else if (!HelpLine().IsMatch(line))
            {
                var sample = Sample().Match(line);
                sample.Success.ShouldBeTrue($"not a sample: {line}");
                var name = sample.Groups["name"].Value;
                (types[family] == "histogram" ? name[..name.LastIndexOf('_')] : name).ShouldBe(family, $"{line} stands under another metric");
                if (types[family] == "counter")
                    name.ShouldEndWith("_total");
                series.TryAdd(sample.Groups["key"].Value, Value(sample.Groups["value"].Value)).ShouldBeTrue($"{line} stands there twice");
            }
        }

        foreach (var histogram in types.Where(type => type.Value == "histogram").Select(type => type.Key))
            CheckHistogram(series, histogram);
        return series;
    }

    /// <summary>Buckets only grow, and the last one holds all.</summary>
    private static void CheckHistogram(Dictionary<string, double> series, string name)
    {
        var sets = series.Where(one => one.Key.StartsWith($"{name}_bucket{{", StringComparison.Ordinal)).GroupBy(one => Bound().Replace(one.Key[(name.Length + 7)..], ""));
        foreach (var set in sets)
        {
            var counts = set.Select(one => one.Value).ToList();
            counts.SequenceEqual(counts.Order()).ShouldBeTrue($"the buckets of {name} do not grow");
            set.Last().Key.ShouldContain("le=\"+Inf\"");
            var labels = set.Key == "{}" ? "" : set.Key;
            series[$"{name}_count{labels}"].ShouldBe(counts[^1]);
            series.Keys.ShouldContain($"{name}_sum{labels}");
        }
    }

    private static double Value(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("""^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram)$""")]
    private static partial Regex TypeLine();

    [GeneratedRegex("""^# HELP [a-zA-Z_:][a-zA-Z0-9_:]* ([^\\\n]|\\\\|\\n)*$""")]
    private static partial Regex HelpLine();

    [GeneratedRegex("""^(?<key>(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\\\|\\"|\\n)*"(,(?=[a-zA-Z_]))?)+\})?) (?<value>[-+]?(\d+(\.\d+)?([eE][-+]?\d+)?|Inf)|NaN)$""")]
    private static partial Regex Sample();

    [GeneratedRegex(""",?le="[^"]*"$|,?le="[^"]*"(?=\})""")]
    private static partial Regex Bound();
}
