using System.Net;
using Microsoft.Playwright;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Settings;

public sealed class ApiKeySettingsTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task A_key_is_shown_once_opens_the_api_and_is_revoked()
    {
        var name = $"Till {Guid.NewGuid():N}";
        var page = await OpenAsync(Role.Owner, "/settings?tab=keys");
        await page.GetByPlaceholder("Which program uses it").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create key" }).ClickAsync();
        var secret = await page.GetByRole(AriaRole.Textbox, new() { Name = $"API key {name}" }).InputValueAsync();
        using var program = new HttpClient { BaseAddress = new(App.Address), DefaultRequestHeaders = { { "X-Api-Key", secret } } };
        (await program.GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await page.ReloadAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = name }).First;
        await Assertions.Expect(row).ToContainTextAsync("Active");
        (await page.ContentAsync()).ShouldNotContain(secret);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Revoke {name}" }).ClickAsync();
        await Axe.CheckAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke for good" }).ClickAsync();

        await Assertions.Expect(row).ToContainTextAsync("Revoked");
        (await program.GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
