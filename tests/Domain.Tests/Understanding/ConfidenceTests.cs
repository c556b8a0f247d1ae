using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>Looks at the messages that nothing is trained on.</summary>
public sealed class ConfidenceTests
{
    private static readonly IReadOnlyList<JudgedMessage> Judged = ConfidenceModel.Default.Judged;

    [Fact]
    public void There_are_enough_held_back_messages_to_tell() => Judged.Count.ShouldBeGreaterThanOrEqualTo(300);

    [Fact]
    public void The_intent_is_right_on_held_back_messages()
    {
        var wrong = Judged.Where(judged => !judged.Message.Intents.Contains(judged.Guess.Intent)).ToList();

        (1 - ((double)wrong.Count / Judged.Count)).ShouldBeGreaterThanOrEqualTo(
            0.96, string.Join('\n', wrong.Select(judged => $"{judged.Message.Message.Text} -> {judged.Guess}")));
    }

    [Fact]
    public void Confidence_says_how_often_we_are_right() => ConfidenceModel.Default.CalibrationError.ShouldBeLessThanOrEqualTo(0.05);

    [Fact]
    public void A_higher_threshold_lets_fewer_orders_through_and_fewer_wrong_ones()
    {
        Confidence.AutomaticShare(0.9).ShouldBeLessThan(Confidence.AutomaticShare(0.5));
        Confidence.AutomaticShare(0).ShouldBe(1);
        Confidence.AutomaticShare(1).ShouldBe(0);
        Confidence.ExpectedError(0.5).ShouldBeInRange(0.001, 0.2);
    }

    [Fact]
    public void A_clear_order_is_surer_than_one_with_something_unknown_in_it()
    {
        var clear = Judged.Where(judged => judged.Guess.Intent == Intent.Order && judged.Reading.Unmatched.Count == 0).Average(judged => judged.Confidence);
        var unclear = Judged.Where(judged => judged.Guess.Intent == Intent.Order && judged.Reading.Unmatched.Count > 0).Average(judged => judged.Confidence);

        clear.ShouldBeGreaterThan(unclear);
    }

    [Fact]
    public void A_second_fit_is_the_same_fit()
    {
        var again = ConfidenceModel.Fit(HeldBackMessage.Own, Restaurant.Domain.Understanding.Intents.IntentModel.Default);

        again.Judged.Select(judged => judged.Confidence).ShouldBe(Judged.Select(judged => judged.Confidence));
    }
}
