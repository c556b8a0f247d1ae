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

    [Fact]
    public void What_one_person_changes_leaves_what_another_has_changed_meanwhile()
    {
        var opened = new RestaurantSettings { Name = "Fern", TurnSeconds = 3 };
        var meanwhile = opened with { Currency = "EUR", TurnSeconds = 5 };

        var saved = meanwhile.WithChange(opened, opened with { Name = "Fern & Oak" });
        var undone = (saved with { TimeZone = "Europe/Rome" }).WithChange(saved, meanwhile);

        saved.ShouldBe(meanwhile with { Name = "Fern & Oak" });
        undone.ShouldBe(meanwhile with { TimeZone = "Europe/Rome" });
    }

    // A field that is added and forgotten there would be saved by nobody.
    [Fact]
    public void Every_setting_follows_a_change()
    {
        var to = new RestaurantSettings { Name = "a", TimeZone = "Europe/Rome", Currency = "EUR", TurnSeconds = 9, Threshold = 0.5, Jobs = new() { KeepRunsDays = 7 } };

        typeof(RestaurantSettings).GetProperties().Where(property => property.CanWrite)
            .ShouldAllBe(property => !Equals(property.GetValue(to), property.GetValue(new RestaurantSettings())));
        new RestaurantSettings().WithChange(new(), to).ShouldBe(to);
    }
}
