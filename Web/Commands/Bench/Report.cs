using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Restaurant.Web.Commands.Bench;

/// <param name="Unit">"msg/s", "ms" …</param>
internal sealed record Figure(string Name, double Value, string Unit)
{
    /// <summary>Two figures: the middle one, and the one that only one in a hundred exceeds.</summary>
    public static IEnumerable<Figure> Percentiles(string name, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        if (sorted.Count == 0)
            yield break;
        yield return new($"{name} p50", sorted[sorted.Count / 2], "ms");
        yield return new($"{name} p99", sorted[(int)(sorted.Count * 0.99)], "ms");
    }
}

internal static class Report
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string AsJson(string name, IReadOnlyList<Figure> figures, IReadOnlyDictionary<string, string> conditions) => JsonSerializer.Serialize(
        new { Benchmark = name, Figures = figures.Select(figure => figure with { Value = Math.Round(figure.Value, 3) }), Conditions = conditions }, Readable);

    public static string AsText(string name, IReadOnlyList<Figure> figures, IReadOnlyDictionary<string, string> conditions)
    {
        var text = new StringBuilder($"bench {name}").AppendLine();
        foreach (var figure in figures)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {figure.Name,-34}{figure.Value.ToString(figure.Value < 100 ? "N2" : "N0", CultureInfo.InvariantCulture),12} {figure.Unit}");
        foreach (var (condition, value) in conditions)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {condition}: {value}");
        return text.ToString().TrimEnd();
    }
}
