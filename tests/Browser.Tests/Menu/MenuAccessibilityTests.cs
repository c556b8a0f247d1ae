using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Menu;

public sealed class MenuAccessibilityTests(TheApp app) : BrowserTest(app)
{
    [Theory]
    [InlineData("/menu?item=new")]
    [InlineData("/menu?tab=groups")]
    [InlineData("/menu?tab=categories")]
    [InlineData("/menu?tab=history")]
    [InlineData("/menu?tab=import")]
    public async Task A_tab_of_the_menu_has_no_violation(string path)
    {
        var page = await OpenAsync(Role.Owner, path);
        await page.WaitForSelectorAsync(".card");

        await Axe.CheckAsync(page);
    }
}
