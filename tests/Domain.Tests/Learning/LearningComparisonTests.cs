using Restaurant.Domain.Learning;
using Restaurant.Domain.Tests.Understanding;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;
using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Tests.Learning;

public sealed class LearningComparisonTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly MenuIndex Menu = MenuIndex.Compile(new("Test", [new("All", "main", [new() { Name = "Soup", PriceMinor = 500 }])], []));

    [Fact]
    public void A_model_is_not_better_than_itself()
    {
        var comparison = LearningComparison.Compare(IntentModel.Default, IntentModel.Default, HeldBackMessage.Own);

        comparison.CandidateRight.ShouldBe(comparison.CurrentRight);
        comparison.IsBetter.ShouldBeFalse();
        comparison.Summary.ShouldEndWith("the old model stays.");
    }

    [Fact]
    public void A_model_that_never_saw_an_enquiry_does_not_replace_ours()
    {
        var poor = IntentModel.Train(PracticeExamples.All.Where(example => example.Intent != Intent.Enquiry).ToList());

        LearningComparison.Compare(IntentModel.Default, poor, HeldBackMessage.Own).IsBetter.ShouldBeFalse();
        LearningComparison.Compare(poor, IntentModel.Default, HeldBackMessage.Own).IsBetter.ShouldBeTrue();
    }

    [Fact]
    public void More_right_answers_do_not_buy_more_false_orders() => new LearningComparison(100, 90, 95, 1, 2).IsBetter.ShouldBeFalse();

    [Fact]
    public void A_correction_is_learned()
    {
        const string text = "blue moon tonight friends";
        var lesson = Enumerable.Range(0, 20)
            .Select(i => Corrected(new string('!', i) + text, Intent.Enquiry))
            .First(correction => !Lessons.IsHeldBack(correction));

        var learned = IntentModel.Train([.. PracticeExamples.All, .. Lessons.ToTrainWith([lesson], Menu)]);

        var message = Screener.Screen(lesson.Text);
        IntentClassifier.Classify(message, OrderReading.Nothing).Intent.ShouldNotBe(Intent.Enquiry);
        Chance(message, learned).ShouldBeGreaterThan(Chance(message, IntentModel.Default));
    }

    [Fact]
    public void What_is_tested_with_is_not_trained_with_and_the_latest_word_counts()
    {
        var corrections = Enumerable.Range(0, 40)
            .SelectMany(i => new[] { Corrected($"soup {i}", Intent.Order), Corrected($"soup {i}", Intent.Enquiry, 1) })
            .ToList();

        var train = Lessons.ToTrainWith(corrections, Menu);
        var test = Lessons.ToTestWith(corrections, Menu);

        train.Select(example => example.Message.Text).Intersect(test.Select(message => message.Message.Text)).ShouldBeEmpty();
        (train.Select(example => example.Message.Text).Distinct().Count() + test.Count).ShouldBe(40);
        test.ShouldNotBeEmpty();
        train.ShouldAllBe(example => example.Intent == Intent.Enquiry);
    }

    private static float Chance(ScreenedMessage message, IntentModel model)
    {
        var guess = IntentClassifier.Classify(message, OrderReading.Nothing, model);
        return (float)(guess.Intent == Intent.Enquiry ? guess.Confidence : guess.Runner == Intent.Enquiry ? guess.RunnerConfidence : 0);
    }

    private static Correction Corrected(string text, Intent intent, int minutes = 0) =>
        new(text, "anna", Now.AddMinutes(minutes), Intent.Miscellaneous, [], [], intent, []);
}
