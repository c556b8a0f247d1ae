using System.Globalization;
using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>
/// Turns how clear intent and reading look into the probability that they are right, as it was on messages of people who had never seen
/// the reader. Orders that could be cooked, other orders and the rest have weights each: for orders the lines must be right too.
/// The weights stand in confidence.txt; its head says where they come from. Immutable, shared by all threads.
/// </summary>
public sealed class ConfidenceModel
{
    private const double Least = 0.01;
    private const double Most = 0.995;

    // What a reading with a doubt can reach at most: below the threshold that a restaurant begins with, so that a person looks.
    private const double MostInDoubt = 0.85;

    // Less than this is no reason worth a word.
    private const double Telling = 0.35;
    private const double AtLeast = 0.05;
    private const int MostReasons = 2;
    private static readonly int MostFigures = Enum.GetValues<JudgedKind>().Max(kind => ConfidenceFigures.For(kind).Count);
    private static readonly Lazy<ConfidenceModel> Shared = new(() => Read(EmbeddedText.Lines("confidence.txt")));

    private readonly double[][] weights = [.. Enum.GetValues<JudgedKind>().Select(kind => new double[ConfidenceFigures.For(kind).Count + 1])];

    private ConfidenceModel()
    {
    }

    public static ConfidenceModel Default => Shared.Value;

    /// <summary>How orders that could be cooked came out, by confidence.</summary>
    public ConfidenceSteps Orders { get; } = new();

    /// <param name="lines">As confidence.txt has them.</param>
    /// <exception cref="FormatException">A line is not understood, or names a figure that there is not.</exception>
    public static ConfidenceModel Read(IEnumerable<string> lines)
    {
        var model = new ConfidenceModel();
        foreach (var line in lines)
        {
            var words = line.Split([' ', ':', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["orders", var at, var right, "right", var wrong, "wrong"])
                model.Orders.Add(Number(at), (int)Number(right), (int)Number(wrong));
            else if (words is [var kind, var figure, var weight] && Enum.TryParse<JudgedKind>(kind, ignoreCase: true, out var judged))
                model.weights[(int)judged][PlaceOf(judged, figure)] = Number(weight);
            else
                throw new FormatException($"confidence.txt: \"{line}\" is neither \"kind figure: weight\" nor \"orders step: n right, n wrong\".");
        }

        return model;
    }

    public double Of(ScreenedMessage message, IntentGuess guess, OrderReading reading)
    {
        Span<double> figures = stackalloc double[MostFigures];
        ConfidenceFigures.Of(message, guess, reading, figures);
        return Of(ConfidenceFigures.KindOf(guess, reading), figures);
    }

    public double Of(JudgedKind kind, ReadOnlySpan<double> figures)
    {
        var own = weights[(int)kind];
        var sum = own[^1];
        for (var i = 0; i < own.Length - 1; i++)
            sum += own[i] * figures[i];
        return Math.Clamp(1 / (1 + Math.Exp(-sum)), Least, ConfidenceFigures.IsInDoubt(kind, figures) ? MostInDoubt : Most);
    }

    /// <summary>What speaks most against the reading, the heaviest first, with the words of the message that say so; empty where nothing does.</summary>
    public IReadOnlyList<string> Against(ScreenedMessage message, IntentGuess guess, OrderReading reading)
    {
        var figures = new double[MostFigures];
        var marks = new List<DoubtfulWords>();
        ConfidenceFigures.Of(message, guess, reading, figures, marks);
        var kind = ConfidenceFigures.KindOf(guess, reading);
        var reasons = ConfidenceFigures.For(kind)
            .Select((figure, i) => (Figure: figure, Pull: weights[(int)kind][i] * (figure.Sign > 0 ? Math.Min(0, figures[i] - figure.Good) : figures[i])))
            .Where(reason => reason.Figure.Why.Length > 0)
            .GroupBy(reason => reason.Figure.Why, (why, all) => (Why: why, Names: all.Select(reason => reason.Figure.Name).ToList(), Pull: all.Sum(reason => reason.Pull)))
            .OrderBy(reason => reason.Pull)
            .ToList();

        // Where nothing weighs much, the heaviest is still better than no word.
        var least = reasons.Exists(reason => reason.Pull < -Telling) ? Telling : AtLeast;
        var heaviest = reasons.Where(reason => reason.Pull < -least).Select(reason => QuotedWords.After(reason.Why, message.Readable, reason.Names, marks, reading));
        return [.. reading.Doubts.Take(kind == JudgedKind.Talk ? 0 : 1).Concat(heaviest).Take(least == Telling ? MostReasons : 1)];
    }

    private static int PlaceOf(JudgedKind kind, string name)
    {
        var figures = ConfidenceFigures.For(kind);
        if (name == "constant")
            return figures.Count;
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i].Name == name)
                return i;
        }

        throw new FormatException($"confidence.txt: there is no figure \"{name}\" for {kind}; fit it again with .ci/confidence.");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
