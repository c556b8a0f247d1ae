using Microsoft.Playwright;
using Restaurant.Browser.Tests.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Shell;

/// <summary>Filters and tabs live in the address: whatever changes it on an open page changes the page, too.</summary>
public sealed class PageAddressTests(TheApp app) : BrowserTest(app)
{
    [Theory]
    [InlineData("/settings")]
    [InlineData("/schedules")]
    [InlineData("/menu")]
    [InlineData("/miscellaneous")]
    [InlineData("/review")]
    public async Task Every_tab_opens_with_a_click(string path)
    {
        var page = await OpenAsync(Role.Owner, path);
        var tabs = page.Locator("main .tabs a");
        await Assertions.Expect(tabs.First).ToBeVisibleAsync();

        foreach (var at in Enumerable.Range(0, await tabs.CountAsync()).Reverse())
        {
            await tabs.Nth(at).ClickAsync();
            await Assertions.Expect(tabs.Nth(at)).ToHaveAttributeAsync("aria-current", "page");
            await Assertions.Expect(page.Locator("main .tabs a[aria-current]")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task A_search_and_a_filter_narrow_the_inbox_while_it_is_open()
    {
        var sender = Customers.NewSender();
        await App.RememberAsync([Customers.Old(sender, "thanks a lot"), Customers.Old(sender, "two pies", MessageStatus.DeadLettered)]);
        var page = await OpenAsync(Role.Front, "/inbox");
        var rows = page.Locator(".inbox-row");

        await page.GetByPlaceholder("Words, sender or #number").FillAsync(sender);
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await page.GetByLabel("Outcome").SelectOptionAsync("miscellaneous");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync($"{App.Address}/inbox");
        await Assertions.Expect(page.GetByPlaceholder("Words, sender or #number")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_audit_log_is_searched_while_it_is_open()
    {
        var page = await OpenAsync(Role.Owner, "/settings?tab=audit");
        await page.GetByPlaceholder("Who, what or why").FillAsync("nobody has ever done this");

        await Assertions.Expect(page.GetByText("No change matches")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_chosen_row_stays_in_sight_however_far_one_walks()
    {
        var sender = Customers.NewSender();
        await App.RememberAsync(Enumerable.Range(1, 24).Select(count => Customers.Old(sender, $"thanks for visit {count}")));
        var page = await OpenAsync(Role.Front, $"/inbox?q={sender}", new() { ViewportSize = new() { Width = 1440, Height = 700 } });
        var rows = page.Locator(".inbox-list .inbox-row");
        await Assertions.Expect(rows).ToHaveCountAsync(24);

        for (var at = 0; at < 24; at++)
        {
            await page.Keyboard.PressAsync("j");
            await Assertions.Expect(rows.Nth(at)).ToHaveAttributeAsync("aria-current", "true");
        }

        await Assertions.Expect(rows.Nth(23)).ToBeInViewportAsync(new() { Ratio = 0.9f });
    }
}
