using Microsoft.Playwright;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Settings;

public sealed class RestaurantSettingsFormTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task What_cannot_be_is_said_and_what_is_so_already_is_not_saved()
    {
        var page = await OpenAsync(Role.Owner, "/settings");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true });
        var currency = page.GetByLabel("Currency");
        var before = await currency.InputValueAsync();

        await currency.FillAsync("QQQ");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(" ");
        await save.ClickAsync();
        await Assertions.Expect(page.Locator("form [role=alert]")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await currency.FillAsync(before);
        await save.ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing to save")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form [role=alert]")).ToHaveCountAsync(0);
    }
}
