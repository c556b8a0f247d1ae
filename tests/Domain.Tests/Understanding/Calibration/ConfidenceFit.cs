using System.Globalization;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding.Calibration;

/// <summary>Makes what stands in confidence.txt. The same samples make the same lines.</summary>
internal static class ConfidenceFit
{
    private const int Folds = 8;
    private static readonly JudgedKind[] Kinds = Enum.GetValues<JudgedKind>();

    public static ConfidenceModel Model(IReadOnlyList<Sample> samples) => ConfidenceModel.Read(Weights(samples));

    public static IEnumerable<string> Weights(IReadOnlyList<Sample> samples)
    {
        foreach (var kind in Kinds)
        {
            var figures = ConfidenceFigures.For(kind);
            var weights = LogisticFit.To([.. samples.Where(sample => sample.Kind == kind)], [.. figures.Select(figure => figure.Sign)]);
            foreach (var (name, weight) in figures.Select(figure => figure.Name).Append("constant").Zip(weights))
            {
                if (Math.Abs(weight) >= 0.005)
                    yield return string.Create(CultureInfo.InvariantCulture, $"{Name(kind)} {name}: {weight:0.00}");
            }
        }
    }

    /// <summary>Each of some samples with the confidence that a fit without its restaurant gives it.</summary>
    public static IReadOnlyList<(Sample Sample, double Confidence)> Judge(IReadOnlyList<Sample> judged, IReadOnlyList<Sample> others)
    {
        var folds = judged.Select(sample => sample.Restaurant).Distinct().Index().ToDictionary(entry => entry.Item, entry => entry.Index % Folds);
        return [.. Enumerable.Range(0, Folds).AsParallel().AsOrdered().SelectMany(fold =>
        {
            var model = Model([.. judged.Where(sample => folds[sample.Restaurant] != fold), .. others]);
            return judged.Where(sample => folds[sample.Restaurant] == fold).Select(sample => (sample, model.Of(sample.Kind, sample.Figures)));
        })];
    }

    /// <summary>How orders that could be cooked came out, by whole percent of confidence.</summary>
    public static IEnumerable<string> Steps(IEnumerable<(Sample Sample, double Confidence)> judged) => judged
        .Where(entry => entry.Sample.Kind == JudgedKind.Cookable)
        .GroupBy(entry => Math.Floor(entry.Confidence * 100) / 100, entry => entry.Sample.IsRight)
        .OrderBy(step => step.Key)
        .Select(step => string.Create(CultureInfo.InvariantCulture, $"orders {step.Key:0.00}: {step.Count(right => right)} right, {step.Count(right => !right)} wrong"));

    private static string Name(JudgedKind kind) => kind.ToString().ToLowerInvariant();
}
