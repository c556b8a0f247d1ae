using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>
/// How good the understanding is, on messages that nothing is built, trained or fitted on. The floors stand a little under what is
/// measured, so that a change for the worse fails.
/// </summary>
public sealed class ScoringTests(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<Scored>> Shared = new(() => [.. StrangersMessage.Read("scoring.txt").AsParallel().AsOrdered().Select(Score)]);

    private static IReadOnlyList<Scored> All => Shared.Value;

    [Fact]
    public void There_are_enough_messages_on_enough_menus()
    {
        All.Count.ShouldBeGreaterThanOrEqualTo(400);
        All.Select(scored => scored.Message.Menu).Distinct().Count().ShouldBeGreaterThanOrEqualTo(10);
    }

    [Fact]
    public void Nearly_every_message_is_understood_exactly() => Share("exact", All, scored => scored.IsRight).ShouldBeGreaterThanOrEqualTo(0.9);

    [Fact]
    public void The_intent_is_right() =>
        Share("intent", All, scored => scored.Message.Intents.Contains(scored.Guess.Intent)).ShouldBeGreaterThanOrEqualTo(0.975);

    [Fact]
    public void Most_messages_need_no_person() => Share("accepted", All, scored => !scored.Decision.NeedsReview).ShouldBeGreaterThanOrEqualTo(0.82);

    [Fact]
    public void Hardly_anything_that_needs_no_person_is_wrong()
    {
        var accepted = All.Where(scored => !scored.Decision.NeedsReview).ToList();

        Share("wrong among accepted", accepted, scored => !scored.IsRight).ShouldBeLessThanOrEqualTo(0.02);
        Share("cooked wrong among cooked", [.. accepted.Where(scored => scored.Decision.Outcome == MessageOutcome.Order)], scored => !scored.IsRight).ShouldBeLessThanOrEqualTo(0.025);
    }

    [Fact]
    public void Confidence_says_how_often_we_are_right()
    {
        var error = All.GroupBy(scored => Math.Min(9, (int)(scored.Confidence * 10)))
            .Sum(step => Math.Abs(step.Sum(scored => scored.Confidence - (scored.IsRight ? 1 : 0)))) / All.Count;
        output.WriteLine($"expected calibration error {error:0.000}");

        error.ShouldBeLessThanOrEqualTo(0.03);
    }

    private double Share(string what, IReadOnlyList<Scored> of, Func<Scored, bool> counts)
    {
        var count = of.Count(counts);
        output.WriteLine($"{what}: {count} of {of.Count}, {100.0 * count / of.Count:0.0} %");
        return (double)count / of.Count;
    }

    private static Scored Score(StrangersMessage entry)
    {
        var message = entry.Message;
        var reading = message.Read();
        var guess = IntentClassifier.Classify(message.Message, reading);
        var confidence = Confidence.Of(message.Message, guess, reading);
        var decision = Decider.Decide(message.Message, guess, reading, Pricing.Price(reading.Lines, entry.Menu, DateTimeOffset.UnixEpoch), confidence, DecisionSettings.Default);
        return new(message, guess, decision, confidence, message.IsRight(guess, reading));
    }

    private sealed record Scored(HeldBackMessage Message, IntentGuess Guess, Decision Decision, double Confidence, bool IsRight);
}
