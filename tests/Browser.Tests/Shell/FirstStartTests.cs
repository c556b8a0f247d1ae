using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Testing;
using Restaurant.Web.Security;

namespace Restaurant.Browser.Tests.Shell;

/// <summary>A program of its own, on an empty folder: nobody has signed in before.</summary>
public sealed class FirstStartTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task The_link_of_the_first_start_leads_the_owner_to_the_live_page()
    {
        Expect("401");
        await using var program = OwnApp.Start();
        var link = new Uri(program.Services.GetRequiredService<FirstOwnerLink>().Printed!);
        var page = await NewPageAsync(null);

        await page.GotoAsync(program.Address + link.PathAndQuery);
        await page.GetByLabel("Your e-mail").FillAsync("anna@example.com");
        foreach (var field in await page.Locator("input[type=password]").AllAsync())
            await field.FillAsync(Team.Password);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/welcome", StringComparison.Ordinal));
        if (page.Url.Contains("/sign-in", StringComparison.Ordinal))
        {
            await page.GetByLabel("E-mail").FillAsync("anna@example.com");
            await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Team.Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        }

        await page.InteractiveAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Live", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".simulator").GetByRole(AriaRole.Button, new() { Name = "Start" })).ToBeEnabledAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).First).ToBeVisibleAsync();

        // A page that has nothing to show yet says what will come, and shows no table of noughts.
        await page.GotoWithinAsync("/learning");
        await Assertions.Expect(page.GetByText("Nobody has decided anything yet")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main td")).ToHaveCountAsync(0);

        // Before its program ends: a page left open would try to connect again, and say so.
        await page.CloseAsync();
    }
}
