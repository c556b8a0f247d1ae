using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>
/// Turns how clear intent and reading look into the probability that they are right, as it was on messages that nothing was trained
/// on. Orders that could be cooked, other orders and the rest have a fit each: for orders the lines must be right too. Immutable, shared by all threads.
/// </summary>
public sealed class ConfidenceModel
{
    private const int Folds = 5;
    private static readonly JudgedKind[] Kinds = Enum.GetValues<JudgedKind>();
    private const double Least = 0.01;
    private const double Most = 0.995;

    // What a reading with a doubt can reach at most: below every sensible threshold, so that a person looks.
    private const double MostInDoubt = 0.5;
    private static readonly Lazy<ConfidenceModel> Shared = new(() => Fit(HeldBackMessage.Own, IntentModel.Default));

    private readonly LogisticFit[] fits;

    private ConfidenceModel(IReadOnlyList<Sample> samples, IReadOnlyList<JudgedMessage> judged) =>
        (fits, Judged) = ([.. Kinds.Select(kind => FitTo(kind, samples.Where(sample => ConfidenceFigures.KindOf(sample.Guess, sample.Reading) == kind)))], judged);

    /// <summary>Fitted once to our own held-back messages, when it is first needed.</summary>
    public static ConfidenceModel Default => Shared.Value;

    /// <summary>
    /// The held-back messages with the confidence that a fit to the other four fifths of them gives: what a new message can expect.
    /// </summary>
    public IReadOnlyList<JudgedMessage> Judged { get; }

    /// <summary>The mean distance between confidence and the share that is right, over ten steps of confidence.</summary>
    public double CalibrationError => Judged
        .GroupBy(judged => Math.Min(9, (int)(judged.Confidence * 10)))
        .Sum(step => Math.Abs(step.Sum(judged => judged.Confidence - (judged.IsRight ? 1 : 0)))) / Math.Max(1, Judged.Count);

    public static ConfidenceModel Fit(IReadOnlyList<HeldBackMessage> messages, IntentModel intents)
    {
        var samples = messages.AsParallel().AsOrdered().Select(message => Judge(message, intents)).ToList();
        var judged = new JudgedMessage[samples.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var rest = new ConfidenceModel(samples.Where((_, i) => i % Folds != fold).ToList(), []);
            for (var i = fold; i < samples.Count; i += Folds)
            {
                var (message, guess, reading, isRight) = samples[i];
                judged[i] = new(message, guess, reading, isRight, rest.Of(message.Message, guess, reading));
            }
        }

        return new(samples, judged);
    }

    public double Of(ScreenedMessage message, IntentGuess guess, OrderReading reading)
    {
        Span<double> figures = stackalloc double[ConfidenceFigures.Count];
        figures.Clear();
        ConfidenceFigures.Of(message, guess, reading, figures);
        return Math.Clamp(fits[(int)ConfidenceFigures.KindOf(guess, reading)].Of(figures), Least, guess.Intent == Intent.Order && reading.Doubts.Count > 0 ? MostInDoubt : Most);
    }

    private static LogisticFit FitTo(JudgedKind kind, IEnumerable<Sample> samples) => LogisticFit.To(
        samples.Select(sample =>
        {
            var figures = new double[ConfidenceFigures.Count];
            ConfidenceFigures.Of(sample.Message.Message, sample.Guess, sample.Reading, figures);
            return (figures, sample.IsRight);
        }).ToList(),
        ConfidenceFigures.Signs(kind));

    private static Sample Judge(HeldBackMessage message, IntentModel intents)
    {
        var reading = message.Read();
        var guess = IntentClassifier.Classify(message.Message, reading, intents);
        return new(message, guess, reading, message.IsRight(guess, reading));
    }

    private sealed record Sample(HeldBackMessage Message, IntentGuess Guess, OrderReading Reading, bool IsRight);
}
