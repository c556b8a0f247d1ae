using Microsoft.Playwright;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Shell;

public sealed class AccessibilityTests(TheApp app) : BrowserTest(app)
{
    public static TheoryData<string, string> Looks => new(
        from route in Routes.Interactive
        from look in new[] { "light", "dark", "neon", "phone" }
        select (route, look));

    public static TheoryData<string> PlainPages => new(Routes.Plain);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_page_has_no_violation(string route, string look)
    {
        var phone = look == "phone";
        var size = phone ? new ViewportSize { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 };
        var page = await NewPageAsync(Role.Owner, new() { ViewportSize = size });
        await page.Context.AddCookiesAsync([new() { Name = "appearance", Value = phone ? "light" : look, Url = App.Address }]);
        await page.OpenAsync(route);
        await page.WaitForSelectorAsync("h1");

        await Axe.CheckAsync(page);

        // Nothing hangs out at the side, least of all on a phone.
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    [Theory]
    [MemberData(nameof(PlainPages))]
    public async Task A_plain_page_has_no_violation(string route)
    {
        var page = await NewPageAsync(null);
        await page.GotoAsync(route);

        await Axe.CheckAsync(page);
    }
}
