using Restaurant.Domain.Messages;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Messages;

public sealed class DeciderTests
{
    private static readonly ScreenedMessage Message = new("two soups", "two soups", "en", []);
    private static readonly ReadLine Soup = new("Soup", 2, null, [], "two soups", "name");
    private static readonly UnmatchedPhrase Lasagne = new("lasagne", [new("Soup", 0.2, "is a main")]);

    [Fact]
    public void An_order_of_known_lines_that_is_sure_goes_to_the_kitchen()
    {
        var decision = Decide(Intent.Order, [Soup], [], 0.95);

        decision.ShouldBe(new(MessageOutcome.Order, "2 Soup; 95 % sure.", false, 0.95));
    }

    [Fact]
    public void An_order_below_the_threshold_waits_for_a_person() => ShouldBeReview(Decide(Intent.Order, [Soup], [], 0.79), "79 %");

    [Fact]
    public void What_makes_us_unsure_stands_in_the_reason()
    {
        var decision = Decider.Decide(
            Message, Guess(Intent.Order), new([Soup], [], 0.9, ""), new([], 0, []), 0.79, DecisionSettings.Default, ["a food was passed over", "it is not in English"]);

        decision.Reason.ShouldBe("Read as 2 Soup, but only 79 % sure, because a food was passed over and it is not in English; 90 % are asked for.");
    }

    [Fact]
    public void What_was_read_is_said_with_sizes_and_extras()
    {
        var line = Soup with { Size = "large", Modifiers = [new("croutons", ModifierAction.Remove), new("pepper", ModifierAction.Extra), new("bread", ModifierAction.Side)] };

        Decide(Intent.Order, [line], [], 0.79).Reason.ShouldStartWith("Read as 2 Soup (large) without croutons and with extra pepper and with bread on the side, but only 79 % sure");
    }

    [Fact]
    public void Known_lines_with_an_unknown_phrase_wait_for_a_person() =>
        ShouldBeReview(Decide(Intent.Order, [Soup], [Lasagne], 0.99), "not on the menu: lasagne");

    [Fact]
    public void An_order_that_cannot_be_priced_waits_for_a_person() =>
        ShouldBeReview(Decide(Intent.Order, [Soup], [], 0.99, "Soup is sold out"), "Soup is sold out");

    [Fact]
    public void An_order_with_nothing_readable_waits_for_a_person() => ShouldBeReview(Decide(Intent.Order, [], [], 0.99), "nothing");

    [Fact]
    public void An_order_of_which_nothing_is_on_the_menu_becomes_an_enquiry_that_says_so()
    {
        var decision = Decide(Intent.Order, [], [Lasagne], 0.95);

        decision.Outcome.ShouldBe(MessageOutcome.Enquiry);
        decision.Reason.ShouldBe("Nothing asked for is on the menu: lasagne.");
        decision.NeedsReview.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Intent.Enquiry, MessageOutcome.Enquiry)]
    [InlineData(Intent.Miscellaneous, MessageOutcome.Miscellaneous)]
    [InlineData(Intent.Offensive, MessageOutcome.Offensive)]
    public void What_is_not_an_order_goes_to_its_place(Intent intent, MessageOutcome expected)
    {
        var decision = Decide(intent, [], [], 0.9);

        (decision.Outcome, decision.NeedsReview).ShouldBe((expected, false));
    }

    [Theory]
    [InlineData(Intent.Enquiry)]
    [InlineData(Intent.Miscellaneous)]
    [InlineData(Intent.Offensive)]
    public void What_is_not_surely_filed_waits_for_a_person(Intent intent) => ShouldBeReview(Decide(intent, [], [], 0.55), "may be");

    [Theory]
    [InlineData(Intent.Enquiry, MessageOutcome.Enquiry)]
    [InlineData(Intent.Miscellaneous, MessageOutcome.Review)]
    [InlineData(Intent.Offensive, MessageOutcome.Review)]
    public void An_enquiry_that_is_not_quite_sure_goes_to_those_who_answer_because_they_read_it_anyway(Intent intent, MessageOutcome expected)
    {
        var decision = Decider.Decide(Message, Guess(intent), OrderReading.Nothing, new([], 0, []), 0.8, DecisionSettings.Default);

        decision.Outcome.ShouldBe(expected);
        decision.Reason.ShouldEndWith("(says so), but may be an order; 80 % sure.");
    }

    [Fact]
    public void An_empty_message_is_filed_without_asking_anybody()
    {
        var empty = new ScreenedMessage("", "", "en", [ScreenFlags.Empty]);

        var decision = Decider.Decide(empty, Guess(Intent.Order), OrderReading.Nothing, new([], 0, []), 0.1, DecisionSettings.Default);

        decision.Outcome.ShouldBe(MessageOutcome.Miscellaneous);
    }

    [Fact]
    public void Long_lists_of_unknown_phrases_are_cut_short_in_the_reason()
    {
        var unknown = Enumerable.Range(1, 6).Select(number => new UnmatchedPhrase($"dish {number}", [])).ToList();

        Decide(Intent.Order, [], unknown, 0.95).Reason.ShouldEndWith("dish 1, dish 2, dish 3, dish 4 and 2 more.");
    }

    private static Decision Decide(
        Intent intent, IReadOnlyList<ReadLine> lines, IReadOnlyList<UnmatchedPhrase> unmatched, double confidence, params string[] problems) =>
        Decider.Decide(
            Message, Guess(intent), new(lines, unmatched, 0.9, ""), new([], 0, problems), confidence, new(KitchenThreshold: 0.8, FilingThreshold: 0.6, EnquiryThreshold: 0.6));

    private static IntentGuess Guess(Intent intent) => new(intent, 0.9, "says so", Intent.Order, 0.1);

    private static void ShouldBeReview(Decision decision, string reason)
    {
        (decision.Outcome, decision.NeedsReview).ShouldBe((MessageOutcome.Review, true));
        decision.Reason.ShouldContain(reason);
    }
}
