using System.Numerics;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>A trained classifier: multinomial logistic regression over <see cref="IntentFeatures"/>. Immutable, shared by all threads.</summary>
public sealed class IntentModel
{
    internal const int Intents = 4;
    private static readonly Lazy<IntentModel> Shared = new(() => Train(IntentExamples.Own()));

    private readonly FeatureTable table;
    private readonly float[] weights;
    private readonly HashSet<ulong> vocabulary;

    internal IntentModel(FeatureTable table, float[] weights, HashSet<ulong> vocabulary) =>
        (this.table, this.weights, this.vocabulary) = (table, weights, vocabulary);

    /// <summary>Trained once from our own examples, when it is first needed.</summary>
    public static IntentModel Default => Shared.Value;

    /// <summary>How many features have a weight.</summary>
    public int Size => table.Count;

    /// <summary>The same examples in the same order make the same model.</summary>
    public static IntentModel Train(IReadOnlyList<IntentExample> examples) => IntentTrainer.Train(examples);

    internal IntentFeatures Features(ScreenedMessage message, OrderReading reading) => IntentFeatures.Of(message, reading, vocabulary);

    /// <summary>The probability of each intent, in the order of the enumeration.</summary>
    internal void Weigh(ReadOnlySpan<ulong> features, Span<float> probabilities)
    {
        var sum = Vector4.Zero;
        var known = 0;
        foreach (var feature in features)
        {
            var row = table.Find(feature);
            if (row < 0)
                continue;
            sum += new Vector4(weights.AsSpan(row * Intents, Intents));
            known++;
        }

        sum *= Scale(known);
        sum.CopyTo(probabilities);
        Softmax(probabilities);
    }

    /// <summary>Long messages have more features; without this they would be surer for no better reason.</summary>
    internal static float Scale(int features) => features == 0 ? 1 : 4 / MathF.Sqrt(features);

    internal static void Softmax(Span<float> values)
    {
        var highest = values[0];
        foreach (var value in values)
            highest = Math.Max(highest, value);
        var sum = 0f;
        for (var i = 0; i < values.Length; i++)
            sum += values[i] = MathF.Exp(values[i] - highest);
        for (var i = 0; i < values.Length; i++)
            values[i] /= sum;
    }
}
