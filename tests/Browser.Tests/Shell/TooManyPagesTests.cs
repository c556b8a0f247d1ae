using Microsoft.Playwright;

namespace Restaurant.Browser.Tests.Shell;

public sealed class TooManyPagesTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task Who_opens_one_page_too_many_is_told_so_and_comes_in_as_soon_as_there_is_room()
    {
        Expect("503");
        await using var own = await OwnApp.StartWithTeamAsync(("Pages:Most", "1"));
        var page = await NewPageAsync(null);
        await own.SignInAsync(page, "front");
        await page.InteractiveAsync();
        var other = await page.Context.NewPageAsync();

        (await other.GotoAsync($"{own.Address}/orders"))!.Status.ShouldBe(503);
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Too many pages are open" })).ToBeVisibleAsync();

        await page.GotoAsync("about:blank");
        await other.InteractiveAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Orders", Exact = true })).ToBeVisibleAsync();
    }
}
