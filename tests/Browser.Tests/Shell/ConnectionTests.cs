using Microsoft.Playwright;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Shell;

/// <summary>The server goes away and comes back: pages say so at once, and mend themselves.</summary>
public sealed class ConnectionTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task A_lost_connection_is_said_on_every_page_and_in_the_kitchen_and_the_return_brings_both_back()
    {
        // What a browser says of a server that is not there.
        Expect("ERR_CONNECTION");
        Expect("WebSocket");
        Expect("Error: ");
        Expect("Failed to");
        Expect("status code");
        await using var program = await OwnApp.StartWithTeamAsync();
        var page = await OpenAsync(program, "/orders");
        var kitchen = await OpenAsync(program, "/kitchen", page.Context);
        var banner = page.GetByRole(AriaRole.Alertdialog, new() { Name = "Connection lost" });
        await Assertions.Expect(banner).ToBeHiddenAsync();
        await Assertions.Expect(kitchen.Locator(".kds-offline")).ToBeHiddenAsync();

        await program.StopAsync();
        await Assertions.Expect(banner).ToBeVisibleAsync();
        await Assertions.Expect(banner).ToContainTextAsync("Trying to reach the restaurant's server");
        await Assertions.Expect(kitchen.Locator(".kds-offline")).ToBeVisibleAsync();
        await Assertions.Expect(kitchen.Locator(".kds-offline")).ToContainTextAsync("NO CONNECTION");
        await ShowAsync(page, "offline-orders");
        await ShowAsync(kitchen, "offline-kitchen");

        program.StartAgain();
        foreach (var each in (IPage[])[page, kitchen])
        {
            await Assertions.Expect(each.Locator("html")).ToHaveAttributeAsync("data-connection", "online", new() { Timeout = 30_000 });
            await each.InteractiveAsync();
        }

        await Assertions.Expect(banner).ToBeHiddenAsync();
        await Assertions.Expect(kitchen.Locator(".kds-offline")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(OwnApp program, string path, IBrowserContext? context = null)
    {
        var page = context is null ? await NewPageAsync(null) : await context.NewPageAsync();
        if (context is null)
            await program.SignInAsync(page, Role.Owner);
        await page.OpenAsync(program.Address + path);
        return page;
    }

    private static async Task ShowAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}
