using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>
/// The intents of people whose restaurant the training has not seen: the practice messages themselves are learned from and say nothing of new ones.
/// PRACTICE_SHOW=1 lists those that are taken for something else.
/// </summary>
public sealed class IntentFoldTests(ITestOutputHelper output)
{
    private const int Folds = 5;

    [Fact]
    public void The_intent_is_right_where_the_restaurant_was_left_out_of_the_training()
    {
        var practice = PracticeTests.Restaurants("practice.txt").ToList();
        var examples = PracticeExamples.All;
        var first = examples.Count - practice.Sum(restaurant => restaurant.Count);
        var starts = new int[practice.Count];
        for (var i = 0; i < practice.Count; i++)
            starts[i] = i == 0 ? first : starts[i - 1] + practice[i - 1].Count;

        var judged = Enumerable.Range(0, Folds).AsParallel().AsOrdered().SelectMany(fold =>
        {
            var left = Enumerable.Range(0, practice.Count).Where(i => i % Folds == fold).ToList();
            var hidden = left.SelectMany(i => Enumerable.Range(starts[i], practice[i].Count)).ToHashSet();
            var model = IntentModel.Train([.. examples.Where((_, index) => !hidden.Contains(index))]);
            return left.SelectMany(i => practice[i]).Select(entry => new Judged(entry.Line, entry.Message.Intents, IntentClassifier.Classify(entry.Message.Message, entry.Message.Read(), model)));
        }).ToList();

        var wrong = judged.Where(one => !one.IsRight).ToList();
        if (Environment.GetEnvironmentVariable("PRACTICE_SHOW") == "1")
        {
            foreach (var one in wrong)
                output.WriteLine($"{one.Line}\n    {one.Guess.Intent} {one.Guess.Confidence:0.00}: {one.Guess.Reason}");
        }

        output.WriteLine($"wrong intents, restaurants left out: {wrong.Count} of {judged.Count}; log loss {judged.Average(one => one.Loss):0.0000}");
        judged.Count.ShouldBe(examples.Count - first);
        ((double)wrong.Count / judged.Count).ShouldBeLessThan(0.012);
    }

    private sealed record Judged(string Line, IReadOnlyList<Intent> Intents, IntentGuess Guess)
    {
        public bool IsRight => Intents.Contains(Guess.Intent);

        /// <summary>What a right word at this confidence costs; the least that a chance counts for is a thousandth.</summary>
        public double Loss => -Math.Log(IsRight ? Guess.Confidence : Intents.Contains(Guess.Runner) ? Math.Max(0.001, Guess.RunnerConfidence) : 0.001);
    }
}
