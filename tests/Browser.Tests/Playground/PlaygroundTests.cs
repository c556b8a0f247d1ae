using Microsoft.Playwright;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Playground;

public sealed class PlaygroundTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task Words_are_read_while_they_are_typed_and_stand_in_the_address()
    {
        var page = await OpenAsync(Role.Kitchen, "/playground");

        await page.GetByLabel("A customer's message").PressSequentiallyAsync("two copper classics without pickles");
        await Assertions.Expect(page.Locator(".ticket")).ToContainTextAsync("no pickles");
        await Assertions.Expect(page.Locator(".run-tree > li")).ToHaveCountAsync(6);
        await page.WaitForURLAsync(url => url.EndsWith("/playground?text=two%20copper%20classics%20without%20pickles", StringComparison.Ordinal));
        await page.ReloadAsync();
        await page.InteractiveAsync();

        await Assertions.Expect(page.GetByLabel("A customer's message")).ToHaveValueAsync("two copper classics without pickles");
        await Assertions.Expect(page.Locator(".ticket")).ToContainTextAsync("Copper Classic");
    }

    [Fact]
    public async Task An_example_shows_what_is_not_on_the_menu()
    {
        var page = await OpenAsync(Role.Owner, "/playground");

        await page.GetByRole(AriaRole.Button, new() { Name = "Not on the menu" }).ClickAsync();

        await Assertions.Expect(page.Locator(".words-unmatched")).ToContainTextAsync("pierogi");
        await page.GetByText("The result as JSON").ClickAsync();
        await Assertions.Expect(page.Locator("#playground-json")).ToContainTextAsync("\"needsReview\": true");
        await Axe.CheckAsync(page);
    }
}
