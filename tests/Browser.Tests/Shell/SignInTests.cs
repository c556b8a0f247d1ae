using Microsoft.Playwright;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Shell;

public sealed class SignInTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task A_stranger_signs_in_and_arrives_where_they_wanted_to_go()
    {
        Expect("401");
        var page = await NewPageAsync(null);
        await page.GotoAsync("/styles?q=wrap");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();

        await SignInAsync(page, Team.Email(Role.Owner), "not the password");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not belong together");
        await SignInAsync(page, Team.Email(Role.Owner), Team.Password);
        await page.InteractiveAsync();

        page.Url.ShouldBe($"{App.Address}/styles?q=wrap");
    }

    [Fact]
    public async Task Signing_out_closes_the_door()
    {
        var page = await NewPageAsync(null);
        await page.GotoAsync("/");
        await SignInAsync(page, Team.Email(Role.Front), Team.Password);
        await page.InteractiveAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Your account" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{App.Address}/sign-in");
        await page.GotoAsync("/");

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
