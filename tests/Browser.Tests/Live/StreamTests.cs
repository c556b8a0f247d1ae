using Microsoft.Playwright;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Live;

public sealed class StreamTests(TheApp app) : BrowserTest(app)
{
    private readonly string sender = Customers.NewSender();

    [Fact]
    public async Task A_message_appears_is_understood_and_becomes_an_order_before_our_eyes()
    {
        var page = await OpenAsync(Role.Owner, $"/?q={sender}");
        await Assertions.Expect(page.GetByText("No message matches these filters.")).ToBeVisibleAsync();

        await App.WriteAsync(sender, "two copper classics without pickles please");

        var row = page.Locator(".stream-row");
        await Assertions.Expect(row).ToContainTextAsync("two copper classics without pickles please");
        await Assertions.Expect(row.Locator(".step")).ToHaveCountAsync(7);
        await Assertions.Expect(row).ToContainTextAsync("2 × Copper Classic, no pickles");
        await Assertions.Expect(row.Locator(".stream-words mark.words-line").First).ToContainTextAsync("copper classics");
        await Assertions.Expect(row.GetByRole(AriaRole.Link)).ToContainTextAsync("Order");
    }

    [Fact]
    public async Task A_pause_counts_what_comes_in_and_loses_nothing()
    {
        await App.WriteAsync(sender, "are you open tomorrow?");
        var page = await OpenAsync(Role.Kitchen, $"/?q={sender}");
        await Assertions.Expect(page.Locator(".stream-row")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeVisibleAsync();
        for (var count = 1; count <= 3; count++)
            await App.WriteAsync(sender, $"and on day {count}?");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Resume 3 new" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".stream-row")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Assertions.Expect(page.Locator(".stream-words")).ToHaveTextAsync(["and on day 3?", "and on day 2?", "and on day 1?", "are you open tomorrow?"]);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_survive_a_reload()
    {
        await App.WriteAsync(sender, "are you open tomorrow?");
        await App.WriteAsync(sender, "one copper classic");
        var page = await OpenAsync(Role.Owner, $"/?q={sender}");
        await Assertions.Expect(page.Locator(".stream-row")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "Enquiries", Exact = true }).And(page.Locator(".segmented a")).ClickAsync();
        await Assertions.Expect(page.Locator(".stream-words")).ToHaveTextAsync(["are you open tomorrow?"]);
        await page.ReloadAsync();
        await page.InteractiveAsync();

        await Assertions.Expect(page.Locator(".stream-words")).ToHaveTextAsync(["are you open tomorrow?"]);
        await Assertions.Expect(page.GetByPlaceholder("Search messages")).ToHaveValueAsync(sender);
    }

    [Fact]
    public async Task Ten_thousand_rows_stay_a_handful_in_the_page()
    {
        await App.RememberAsync(Enumerable.Range(1, 10_000).Select(count => Customers.Old(sender, $"row {count} of many")));
        var page = await OpenAsync(Role.Owner, $"/?q={sender}");
        await Assertions.Expect(page.Locator(".windowed-size")).ToHaveAttributeAsync("data-total", "10000");
        await Assertions.Expect(page.GetByText("row 10000 of many", new() { Exact = true })).ToBeInViewportAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "To the middle" }).ClickAsync();
        await Assertions.Expect(page.GetByText("row 5000 of many", new() { Exact = true })).ToBeInViewportAsync();
        (await page.Locator(".windowed-item").CountAsync()).ShouldBeLessThan(80);

        await page.GetByRole(AriaRole.Button, new() { Name = "To the oldest" }).ClickAsync();
        await Assertions.Expect(page.GetByText("row 1 of many", new() { Exact = true })).ToBeInViewportAsync();
        (await page.Locator("body *").CountAsync()).ShouldBeLessThan(3000);

        await page.GetByRole(AriaRole.Button, new() { Name = "To the newest" }).ClickAsync();
        await Assertions.Expect(page.GetByText("row 10000 of many", new() { Exact = true })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_reader_who_scrolled_away_is_left_where_they_read()
    {
        await App.RememberAsync(Enumerable.Range(1, 60).Select(count => Customers.Old(sender, $"row {count}")));
        var page = await OpenAsync(Role.Owner, $"/?q={sender}");
        await page.Locator(".stream-row").First.HoverAsync();
        // In steps, as a person scrolls: the list may still be settling when the first one arrives.
        var row = page.GetByText("row 40", new() { Exact = true });
        await Poll.UntilAsync(async () =>
        {
            if (await row.CountAsync() == 1 && await row.EvaluateAsync<bool>("row => row.getBoundingClientRect().top < 700"))
                return true;
            await page.Mouse.WheelAsync(0, 100);
            return false;
        }, "row 40 is under the reader's eyes");
        await Assertions.Expect(row).ToBeInViewportAsync();
        var top = await TopAsync(page, "row 40");

        await App.WriteAsync(sender, "hello, are you there?");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "1 new" })).ToBeVisibleAsync();
        (await TopAsync(page, "row 40")).ShouldBe(top);

        await page.GetByRole(AriaRole.Button, new() { Name = "1 new" }).ClickAsync();
        await Assertions.Expect(page.GetByText("hello, are you there?")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Markup_in_a_message_is_shown_as_text()
    {
        await App.WriteAsync(sender, "<img src=x onerror=\"window.broken=1\"> one copper classic");
        var page = await OpenAsync(Role.Owner, $"/?q={sender}");

        await Assertions.Expect(page.Locator(".stream-words")).ToHaveTextAsync(["<img src=x onerror=\"window.broken=1\"> one copper classic"]);
        await page.Locator(".row-toggle").ClickAsync();
        await Assertions.Expect(page.Locator(".panel-body .words")).ToContainTextAsync("<img src=x onerror=");
        (await page.EvaluateAsync<bool>("() => 'broken' in window")).ShouldBeFalse();
    }

    [Fact]
    public async Task Insults_are_hidden_until_somebody_asks()
    {
        const string insult = "you are all worthless idiots";
        await App.WriteAsync(sender, insult);
        var page = await OpenAsync(Role.Owner, $"/?q={sender}");
        await Assertions.Expect(page.Locator(".stream-row")).ToContainTextAsync("Quarantined");
        await Assertions.Expect(page.Locator(".stream-row")).ToContainTextAsync("Words hidden");

        await page.Locator(".row-toggle").ClickAsync();
        await Assertions.Expect(page.Locator(".panel-body")).ToContainTextAsync("Quarantined.");
        (await page.ContentAsync()).ShouldNotContain(insult);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show the words" }).ClickAsync();
        await Assertions.Expect(page.Locator(".panel-body .words")).ToContainTextAsync(insult);
    }

    [Fact]
    public async Task A_row_opens_by_keyboard_and_shows_tree_and_timeline()
    {
        await App.WriteAsync(sender, "one copper classic");
        await App.WriteAsync(sender, "are you open tomorrow?");
        var page = await OpenAsync(Role.Owner, $"/?q={sender}");
        await Assertions.Expect(page.Locator(".step")).ToHaveCountAsync(14);

        // The rows are there a moment before they listen to the keyboard; past the last row there is nothing to go to.
        var last = page.Locator(".row-toggle").Nth(1);
        await Poll.UntilAsync(
            async () =>
            {
                await page.Keyboard.PressAsync("j");
                return await last.EvaluateAsync<bool>("row => row === document.activeElement");
            },
            "the last row has the focus");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".run-tree > li")).ToHaveCountAsync(7);
        await Assertions.Expect(page.Locator(".bars-list > li")).ToHaveCountAsync(7);
        await Assertions.Expect(page.Locator(".panel-body .words mark")).ToContainTextAsync("copper classic");

        // The panel, too, is there a moment before it listens.
        await Poll.UntilAsync(
            async () =>
            {
                await page.Keyboard.PressAsync("Escape");
                return await page.Locator(".panel-body").CountAsync() == 0;
            },
            "the row is closed");
    }

    [Theory]
    [InlineData("light", 1440)]
    [InlineData("dark", 1440)]
    [InlineData("neon", 1440)]
    [InlineData("light", 390)]
    public async Task A_filled_stream_has_no_accessibility_violation(string look, int width)
    {
        foreach (var text in (string[])["one copper classic", "are you open tomorrow?", "you are all worthless idiots", "two pierogi and a copper classic", "thanks!"])
            await App.WriteAsync(sender, text);
        var page = await NewPageAsync(Role.Owner, new() { ViewportSize = new() { Width = width, Height = 900 } });
        await page.Context.AddCookiesAsync([new() { Name = "appearance", Value = look, Url = App.Address }]);
        await page.OpenAsync($"/?q={sender}");
        await Assertions.Expect(page.Locator(".step")).ToHaveCountAsync(35);
        await page.Locator(".row-toggle").Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator(".run-tree")).ToBeVisibleAsync();

        await Axe.CheckAsync(page);
    }

    // Within the list: what appears above it on the page moves the list, not the reader in it.
    private static Task<float> TopAsync(IPage page, string text) => page.GetByText(text, new() { Exact = true }).EvaluateAsync<float>(
        "row => row.getBoundingClientRect().top - row.closest('.windowed').getBoundingClientRect().top");
}
