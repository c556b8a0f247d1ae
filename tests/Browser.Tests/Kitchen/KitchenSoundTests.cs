using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Browser.Tests.Orders;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Kitchen;

/// <summary>The bell, counted where the browser makes tones; whether a loudspeaker is on, no test can hear.</summary>
public sealed class KitchenSoundTests(TheApp app) : BrowserTest(app)
{
    // Runs before the page's own scripts: counts each tone that is really scheduled, and remembers the player's state.
    private const string Count = """
        window.__tones = 0;
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (at) { window.__audio = this.context; window.__tones++; return start.call(this, at); };
        """;

    [Fact]
    public async Task A_tap_turns_the_bell_on_it_rings_until_the_ticket_is_seen_and_another_tap_silences_it()
    {
        var page = await NewPageAsync(Role.Kitchen);
        await page.AddInitScriptAsync(Count);
        await page.OpenAsync("/kitchen?station=bell");
        var order = await new Seed(App).OrderAsync("Ringer", Seed.Line("Copper Classic", 1, "bell"));
        await Assertions.Expect(page.Locator($"[data-ticket='{order.Number}']")).ToContainTextAsync("NEW");
        (await TonesAsync(page)).ShouldBe(0, "nobody has touched the page");

        await page.GetByRole(AriaRole.Button, new() { Name = "Tap for sound" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sound on" })).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => window.__tones >= 4");
        (await page.EvaluateAsync<string>("() => window.__audio.state")).ShouldBe("running");

        await page.GetByRole(AriaRole.Button, new() { Name = "Seen" }).ClickAsync();
        await Assertions.Expect(page.Locator($"[data-ticket='{order.Number}']")).Not.ToContainTextAsync("NEW");
        await IsQuietAsync(page);

        // The page is loaded anew, as after a restart of the server: whatever is touched first brings the sound back.
        await page.ReloadAsync();
        await page.InteractiveAsync();
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.bell === 'armed' || !document.querySelector('[data-sound]')");
        await page.GetByText("Nothing to cook").Or(page.Locator(".kds-count")).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sound on" })).ToBeVisibleAsync();

        // A second ticket rings again, until the sound is turned off.
        await new Seed(App).OrderAsync("Ringer", Seed.Line("Copper Classic", 1, "bell"));
        var before = await TonesAsync(page);
        await page.WaitForFunctionAsync($"() => window.__tones > {before}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sound on" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Tap for sound" })).ToBeVisibleAsync();
        await IsQuietAsync(page);
        await SeenAsync();
    }

    private static Task<int> TonesAsync(IPage page) => page.EvaluateAsync<int>("() => window.__tones");

    /// <summary>Longer than from one ring to the next without a tone.</summary>
    private static async Task IsQuietAsync(IPage page)
    {
        await page.EvaluateAsync("() => { window.__since = performance.now(); window.__heard = window.__tones; }");
        await page.WaitForFunctionAsync(
            "() => { if (window.__tones !== window.__heard) { window.__heard = window.__tones; window.__since = performance.now(); } return performance.now() - window.__since > 3200; }");
    }

    private async Task SeenAsync()
    {
        var orders = App.Services.GetRequiredService<IOrders>();
        foreach (var order in (await orders.PageAsync(new(Search: "Ringer"), 0, 10, default)).Rows)
            await orders.MoveAsync(order.Id, OrderStatus.Ready, null, Seed.Who, null, default);
    }
}
