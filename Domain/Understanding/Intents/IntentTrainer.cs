namespace Restaurant.Domain.Understanding.Intents;

/// <summary>
/// Stochastic gradient descent with steps that shrink by feature (AdaGrad) and a pull towards zero. A share of an example's features is
/// left out each time, another one each round, so that no message hangs on a single word. One thread, one fixed order and chance: the same
/// examples make the same weights, bit for bit.
/// </summary>
internal static class IntentTrainer
{
    private const int Rounds = 7;
    private const int FirstKept = 2;
    private const float Step = 0.1f;
    private const float Pull = 0.01f;
    private const int FewestOrigins = 2;

    // Of 256: three in ten.
    private const ulong LeftOut = 77;

    // Sure is never certain: an example pulls no further once it is this clear.
    private const float Enough = 0.99f;

    public static IntentModel Train(IReadOnlyList<IntentExample> examples)
    {
        var vocabulary = Vocabulary(examples);
        var samples = SideBySide.Each(examples, example => IntentFeatures.Of(example.Message, example.Reading, vocabulary).All.ToArray().Distinct().ToArray());
        var table = new FeatureTable(Frequent(examples, samples));
        var rows = samples.Select(sample => sample.Select(table.Find).Where(row => row >= 0).ToArray()).ToArray();

        var weights = new float[table.Count * IntentModel.Intents];
        var squares = new float[weights.Length];
        Array.Fill(squares, 0.01f);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var names = examples.Select(example => Letters.Hash(example.Message.Text)).ToArray();
        var places = new ulong[order.Length];
        var sums = new float[weights.Length];
        var kept = new int[rows.Max(row => row.Length)];
        Span<float> probabilities = stackalloc float[IntentModel.Intents];
        for (var round = 0; round < Rounds; round++)
        {
            Shuffle(order, names, places, round);
            foreach (var index in order)
                Learn(Keep(rows[index], Letters.Join(names[index], (ulong)round), kept), examples[index], weights, squares, probabilities);
            if (round >= FirstKept)
                AddTo(sums, weights);
        }

        // The mean of the later rounds hangs less on which example came last than any one of them.
        for (var i = 0; i < sums.Length; i++)
            sums[i] /= Rounds - FirstKept;
        return new(table, sums, vocabulary);
    }

    /// <summary>Every example finds its place by its own text: a new one pushes in between and leaves the order of the others as it was.</summary>
    private static void Shuffle(int[] order, ulong[] names, ulong[] places, int round)
    {
        for (var i = 0; i < order.Length; i++)
            (order[i], places[i]) = (i, Letters.Join(names[i], (ulong)round));
        Array.Sort(places, order);
    }

    /// <summary>The features that are looked at this time, by the example's own chance: what others there are changes nothing about it.</summary>
    private static ReadOnlySpan<int> Keep(int[] rows, ulong chance, int[] kept)
    {
        var count = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            kept[count] = rows[i];
            count += (chance >> 56) < LeftOut ? 0 : 1;
        }

        return kept.AsSpan(0, count);
    }

    private static void AddTo(float[] sums, float[] weights)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += weights[i];
    }

    private static void Learn(ReadOnlySpan<int> rows, IntentExample example, float[] weights, float[] squares, Span<float> probabilities)
    {
        var (scale, intent) = (IntentModel.Scale(rows.Length), (int)example.Intent);
        probabilities.Clear();
        foreach (var row in rows)
        {
            for (var k = 0; k < IntentModel.Intents; k++)
                probabilities[k] += weights[(row * IntentModel.Intents) + k];
        }

        for (var k = 0; k < IntentModel.Intents; k++)
            probabilities[k] *= scale;
        IntentModel.Softmax(probabilities);
        if (probabilities[intent] > Enough)
            return;

        foreach (var row in rows)
        {
            for (var k = 0; k < IntentModel.Intents; k++)
            {
                var at = (row * IntentModel.Intents) + k;
                var slope = (example.Weight * (probabilities[k] - (k == intent ? 1 : 0)) * scale) + (Pull * weights[at]);
                squares[at] += slope * slope;
                weights[at] -= Step * slope / MathF.Sqrt(squares[at]);
            }
        }
    }

    private static HashSet<ulong> Vocabulary(IReadOnlyList<IntentExample> examples)
    {
        var none = new HashSet<ulong>();
        return Frequent(examples, SideBySide.Each(examples, example => IntentFeatures.WordsOf(example.Message, example.Reading, none))).ToHashSet();
    }

    private static List<ulong> Frequent(IReadOnlyList<IntentExample> examples, ulong[][] samples)
    {
        // Where a feature was first seen, and in how many origins: examples of one origin follow each other.
        var seen = new Dictionary<ulong, (int Last, int Count)>();
        for (var i = 0; i < samples.Length; i++)
        {
            foreach (var feature in samples[i])
            {
                var (last, count) = seen.GetValueOrDefault(feature, (-1, 0));
                if (last != examples[i].Origin)
                    seen[feature] = (examples[i].Origin, count + 1);
            }
        }

        return seen.Where(entry => entry.Value.Count >= FewestOrigins).Select(entry => entry.Key).ToList();
    }
}
