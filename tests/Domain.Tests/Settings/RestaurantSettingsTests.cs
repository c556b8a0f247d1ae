using Restaurant.Domain.Settings;

namespace Restaurant.Domain.Tests.Settings;

public sealed class RestaurantSettingsTests
{
    [Theory]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    public void What_the_restaurants_clock_shows_is_a_moment_of_its_zone_whatever_the_servers_is(DateTimeKind kind)
    {
        var settings = new RestaurantSettings { TimeZone = "America/New_York" };

        var summer = settings.FromLocal(new(2026, 7, 1, 12, 0, 0, kind));
        var winter = settings.FromLocal(new(2026, 1, 1, 12, 0, 0, kind));

        summer.ShouldBe(new(2026, 7, 1, 16, 0, 0, TimeSpan.Zero));
        winter.ShouldBe(new(2026, 1, 1, 17, 0, 0, TimeSpan.Zero));
        settings.ToLocal(summer).DateTime.ShouldBe(new(2026, 7, 1, 12, 0, 0));
    }
}
