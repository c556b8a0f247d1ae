using Restaurant.Domain.Learning;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Learning;

public sealed class AccuracyTests
{
    // Four hours behind UTC in May: the restaurant's Sunday ends at 04:00 UTC on Monday.
    private static readonly RestaurantSettings NewYork = new() { TimeZone = "America/New_York" };

    [Fact]
    public void A_week_begins_on_the_restaurants_own_Monday()
    {
        var accuracy = Accuracy.Of(
            [
                Decided("2026-05-04T03:59:00Z", corrected: true),
                Decided("2026-05-11T03:59:00Z"),
                Decided("2026-05-04T04:00:00Z", corrected: true),
                Decided("2026-05-06T12:00:00Z"),
            ],
            NewYork);

        accuracy.Weeks.ShouldBe([new(new(2026, 4, 27), 1, 0), new(new(2026, 5, 4), 3, 2)]);
        accuracy.Weeks[1].Share.ShouldBe(2 / 3d);
        (accuracy.Judged, accuracy.Right).ShouldBe((4, 2));
    }

    [Fact]
    public void What_was_taken_for_one_thing_and_was_another_is_counted_from_us_to_them()
    {
        var accuracy = Accuracy.Of(
            [
                Decided("2026-05-04T12:00:00Z", Intent.Order, Intent.Enquiry, corrected: true),
                Decided("2026-05-05T12:00:00Z", Intent.Order, Intent.Enquiry, corrected: true),
                Decided("2026-05-05T12:00:00Z", Intent.Enquiry, Intent.Order, corrected: true),
                Decided("2026-05-05T12:00:00Z", Intent.Order, Intent.Order, corrected: true),
            ],
            NewYork);

        accuracy.Confusion.ShouldBe(
            new Dictionary<(Intent, Intent), int>
            {
                [(Intent.Order, Intent.Enquiry)] = 2,
                [(Intent.Enquiry, Intent.Order)] = 1,
                [(Intent.Order, Intent.Order)] = 1,
            },
            ignoreOrder: true);
        accuracy.Right.ShouldBe(0, "an order with another dish is corrected, too");
    }

    [Fact]
    public void Where_nobody_decided_anything_there_is_nothing_to_divide() =>
        (Accuracy.Of([], NewYork).Judged, new WeekOfVerdicts(new(2026, 5, 4), 0, 0).Share).ShouldBe((0, 0));

    private static Verdict Decided(string at, Intent understood = Intent.Order, Intent decided = Intent.Order, bool corrected = false) => new()
    {
        Words = "two soups",
        DecidedBy = "ann@example.com",
        DecidedAt = DateTimeOffset.Parse(at, null),
        UnderstoodIntent = understood,
        DecidedIntent = decided,
        Corrected = corrected,
    };
}
