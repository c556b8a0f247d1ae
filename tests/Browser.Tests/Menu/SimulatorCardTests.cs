using Microsoft.Playwright;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Menu;

public sealed class SimulatorCardTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task An_own_dataset_is_played_to_the_end_and_start_comes_back()
    {
        // So many that at real pace there is something left to stop for more than half a minute.
        const int Messages = 40;
        var more = Enumerable.Range(1, Messages - 1).Select(number => $"2026-05-01 12:{number:00},thanks");
        var page = await OpenAsync(Role.Manager, "/");
        var card = page.Locator(".simulator");
        await card.GetByRole(AriaRole.Button, new() { Name = "Own data" }).ClickAsync();
        await card.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "three.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes(
                $"timestamp,message\n2026-05-01 12:00,one cold brew\n2026-05-01 12:00,one cold brew\nnever,hello\n{string.Join('\n', more)}\n"),
        });
        await Assertions.Expect(card.GetByText($"{Messages} messages", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(card.GetByText("1 duplicates dropped")).ToBeVisibleAsync();
        await Assertions.Expect(card.GetByText("“never” is not a time")).ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = $"Add {Messages} messages" }).ClickAsync();
        await Assertions.Expect(card.GetByLabel("Dataset").Locator("option:checked")).ToHaveTextAsync($"three · {Messages}");

        await card.GetByRole(AriaRole.Button, new() { Name = "Real" }).ClickAsync();
        var start = card.GetByRole(AriaRole.Button, new() { Name = "Start" });
        await start.ClickAsync();
        await Assertions.Expect(start).ToBeDisabledAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Assertions.Expect(start).ToBeEnabledAsync();

        await card.GetByRole(AriaRole.Button, new() { Name = "Fast" }).ClickAsync();
        await start.ClickAsync();
        await Assertions.Expect(card.GetByText("all sent")).ToBeVisibleAsync();
        await Assertions.Expect(card.GetByText($"{Messages} of {Messages} sent")).ToBeVisibleAsync();
        await Assertions.Expect(start).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Who_may_not_play_has_nothing_to_press()
    {
        var page = await OpenAsync(Role.Kitchen, "/");
        await Assertions.Expect(page.Locator(".live .tile").First).ToBeVisibleAsync();

        await Assertions.Expect(page.Locator(".simulator")).ToBeHiddenAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Rows_grow_before_our_eyes_until_all_is_sent()
    {
        const int Messages = 20;
        var page = await OpenAsync(Role.Owner, "/?q=grower");
        var card = page.Locator(".simulator");
        await card.GetByRole(AriaRole.Button, new() { Name = "Own data" }).ClickAsync();
        var lines = Enumerable.Range(1, Messages).Select(number => $"2026-05-01 12:{number:00},thanks a lot for visit {number},grower {number}");
        await card.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "growing.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"timestamp,message,sender\n{string.Join('\n', lines)}\n"),
        });
        await card.GetByRole(AriaRole.Button, new() { Name = $"Add {Messages} messages" }).ClickAsync();
        await Assertions.Expect(card.GetByLabel("Dataset").Locator("option:checked")).ToHaveTextAsync($"growing · {Messages}");
        await card.GetByRole(AriaRole.Button, new() { Name = "Brisk" }).ClickAsync();
        // The page itself remembers with how few rows it began: by the time we look, more may have come.
        await page.EvaluateAsync("""
            () => {
              window.__fewest = Infinity;
              new MutationObserver(() => { window.__fewest = Math.min(window.__fewest, document.querySelectorAll('.stream-row').length || Infinity); })
                .observe(document.body, { childList: true, subtree: true });
            }
            """);
        await card.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();

        // A batch has 8 messages at most, so after the first there is more to come.
        var rows = page.Locator(".stream-row");
        await Assertions.Expect(card.GetByText($"{Messages} of {Messages} sent")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Assertions.Expect(page.GetByText($"thanks a lot for visit {Messages}", new() { Exact = true })).ToBeVisibleAsync();
        (await page.EvaluateAsync<int>("() => window.__fewest")).ShouldBeLessThan(Messages);

        await Assertions.Expect(rows.Filter(new() { HasText = "Filed" }).First).ToBeVisibleAsync();
        await Assertions.Expect(card.GetByText("Done", new() { Exact = true })).ToBeVisibleAsync();
    }
}
