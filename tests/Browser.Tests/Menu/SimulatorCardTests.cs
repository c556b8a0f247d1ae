using Microsoft.Playwright;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Menu;

public sealed class SimulatorCardTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task An_own_dataset_is_played_to_the_end_and_start_comes_back()
    {
        var page = await OpenAsync(Role.Manager, "/");
        var card = page.Locator(".simulator");
        await card.GetByRole(AriaRole.Button, new() { Name = "Own data" }).ClickAsync();
        await card.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "three.csv",
            MimeType = "text/csv",
            Buffer = "timestamp,message\n2026-05-01 12:00,one cold brew\n2026-05-01 12:00,one cold brew\nnever,hello\n2026-05-01 12:01,thanks\n"u8.ToArray(),
        });
        await Assertions.Expect(card.GetByText("2 messages", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(card.GetByText("1 duplicates dropped")).ToBeVisibleAsync();
        await Assertions.Expect(card.GetByText("“never” is not a time")).ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Add 2 messages" }).ClickAsync();
        await Assertions.Expect(card.GetByLabel("Dataset").Locator("option:checked")).ToHaveTextAsync("three · 2");

        await card.GetByRole(AriaRole.Button, new() { Name = "Real" }).ClickAsync();
        var start = card.GetByRole(AriaRole.Button, new() { Name = "Start" });
        await start.ClickAsync();
        await Assertions.Expect(start).ToBeDisabledAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Assertions.Expect(start).ToBeEnabledAsync();

        await card.GetByRole(AriaRole.Button, new() { Name = "Fast" }).ClickAsync();
        await start.ClickAsync();
        await Assertions.Expect(card.GetByText("all sent")).ToBeVisibleAsync();
        await Assertions.Expect(card.GetByText("2 of 2 sent")).ToBeVisibleAsync();
        await Assertions.Expect(start).ToBeEnabledAsync();
    }
}
