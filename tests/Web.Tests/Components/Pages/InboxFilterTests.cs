using Restaurant.Domain.Messages;
using Restaurant.Web.Components.Pages.Inbox;
using Restaurant.Web.Components.Pages.Live;

namespace Restaurant.Web.Tests.Components.Pages;

public sealed class InboxFilterTests
{
    private static readonly InboxFilter None = new(null, null, null, null, null, null, null, null);

    [Fact]
    public void Days_are_days_of_the_restaurant_and_the_last_one_is_whole()
    {
        var filter = (None with { From = "2026-07-01", To = "2026-07-01" }).ToMessages(new() { TimeZone = "Europe/Berlin" });

        filter.From.ShouldBe(new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero));
        filter.To.ShouldBe(new DateTimeOffset(2026, 7, 1, 22, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("99")]
    [InlineData("2026-13-77")]
    public void What_nobody_can_choose_narrows_nothing(string value) =>
        (None with { Status = value, Outcome = value, Intent = value, From = value }).ToMessages(new()).ShouldBe(new MessageFilter());

    [Fact]
    public void The_stream_knows_every_choice_it_offers()
    {
        foreach (var (key, _) in StreamFilter.Choices.Skip(1))
            new StreamFilter(key, null, null).ToMessages(null).ShouldNotBe(new MessageFilter());
        new StreamFilter("nonsense", null, null).ToMessages(null).ShouldBe(new MessageFilter());
    }
}
