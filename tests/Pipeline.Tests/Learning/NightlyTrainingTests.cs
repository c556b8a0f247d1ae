using Restaurant.Domain.Settings;
using Restaurant.Pipeline.Learning;

namespace Restaurant.Pipeline.Tests.Learning;

public sealed class NightlyTrainingTests
{
    [Theory]
    [InlineData("UTC", "2026-05-04T02:59:59Z", "2026-05-04T03:00:00Z")]
    [InlineData("UTC", "2026-05-04T03:00:00Z", "2026-05-05T03:00:00Z")]
    [InlineData("Europe/Berlin", "2026-05-04T00:30:00Z", "2026-05-04T01:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-28T23:30:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z")]
    public void Three_o_clock_is_the_restaurants_own_also_when_the_clocks_change(string zone, string now, string expected) =>
        NightlyTraining.Next(DateTimeOffset.Parse(now, null), new RestaurantSettings { TimeZone = zone }).ShouldBe(DateTimeOffset.Parse(expected, null));
}
