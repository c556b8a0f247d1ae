using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Web.Components.Shared.Runs;

namespace Restaurant.Web.Tests.Components.Shared.Runs;

public sealed class RunScaleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Steps_and_the_gap_between_them_are_shares_of_the_whole()
    {
        var spans = RunScale.Steps([Step("Parse", 0, 40), Step("Price", 60, 40)], 100);

        spans[1].Start.ShouldBe(0.6);
        spans[1].Length.ShouldBe(0.4);
        spans[1].GapMicroseconds.ShouldBe(20);
    }

    [Fact]
    public void Nothing_leaves_the_picture_when_a_step_outlasts_its_run() =>
        RunScale.Steps([Step("Parse", 0, 400)], 100)[0].Length.ShouldBe(1);

    [Fact]
    public void The_journey_adds_up_and_a_channel_with_a_wrong_clock_takes_no_time_away()
    {
        var message = new CustomerMessage
        {
            Channel = "sms",
            ExternalId = "1",
            Sender = "Ana",
            Text = "hi",
            SentAt = Noon.AddHours(1),
            ReceivedAt = Noon,
            ProcessedAt = Noon.AddSeconds(3),
        };
        var run = new Run { StartedAt = Noon.AddSeconds(2), Microseconds = 500_000 };

        var journey = RunScale.Journey(message, run, Noon);

        journey.Select(part => (part.Name, part.Microseconds)).ShouldBe(
            [("Waited in the inbox", 2_000_000), ("Understood", 500_000), ("Written down", 500_000)]);
        journey.Sum(part => part.Length).ShouldBe(1, 0.0001);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(999)]
    [InlineData(86_400_000_000)]
    public void An_axis_has_few_round_marks_within_its_length(long whole)
    {
        var marks = RunScale.Marks(whole);

        marks.Count.ShouldBeInRange(1, 7);
        marks[^1].ShouldBeLessThanOrEqualTo(whole);
    }

    [Theory]
    [InlineData(8, "8 µs")]
    [InlineData(420, "0.4 ms")]
    [InlineData(38_000, "38 ms")]
    [InlineData(1_240_000, "1.2 s")]
    [InlineData(180_000_000, "3 min")]
    [InlineData(-5, "0 µs")]
    public void A_duration_has_the_unit_that_fits(long microseconds, string words) => DurationText.Of(microseconds).ShouldBe(words);

    private static RunStep Step(string name, long offset, long length) => new(name, StepOutcome.Continued, "", offset, length);
}
