using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Browser.Tests.Orders;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Team;
using Restaurant.Domain.Understanding;

namespace Restaurant.Browser.Tests.Kitchen;

public sealed partial class KitchenPageTests(TheApp app) : BrowserTest(app)
{
    private static readonly ViewportSize Wall = new() { Width = 1920, Height = 1080 };

    [Fact]
    public async Task A_key_bumps_a_ticket_and_recall_brings_it_back()
    {
        // A station of its own: all tests share one kitchen.
        var order = await new Seed(App).OrderAsync("Bumper", Seed.Line("Copper Classic", 2, "wok", new OrderModifier("pickles", ModifierAction.Remove, 1, 0)));
        var page = await OpenAsync(Role.Kitchen, "/kitchen?station=wok", new() { ViewportSize = Wall });
        var ticket = page.Locator($"[data-ticket='{order.Number}']");
        await Assertions.Expect(ticket).ToContainTextAsync("NO pickles");
        await Axe.CheckAsync(page);

        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(ticket).ToHaveCountAsync(0);
        (await Orders.FindAsync(order.Id, default))!.Status.ShouldBe(OrderStatus.Ready);

        await page.GetByRole(AriaRole.Button, new() { Name = $"Recall {order.Number}" }).ClickAsync();
        await Assertions.Expect(ticket).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_change_and_a_cancellation_must_be_seen()
    {
        var order = await new Seed(App).OrderAsync("Changer", Seed.Line("Copper Classic", 2, "smoker"), Seed.Line("Blue Barn", 1, "smoker"));
        var page = await OpenAsync(Role.Kitchen, "/kitchen?station=smoker", new() { ViewportSize = Wall });
        var ticket = page.Locator($"[data-ticket='{order.Number}']");
        await page.GetByRole(AriaRole.Button, new() { Name = "Seen" }).ClickAsync();
        await Assertions.Expect(ticket).Not.ToContainTextAsync("NEW");

        var seen = (await Orders.FindAsync(order.Id, default))!;
        var changed = await Orders.ReviseAsync(order.Id, [Seed.Line("Copper Classic", 1, "smoker")], seen.Version, Seed.Who, null, default);
        await Assertions.Expect(ticket).ToContainTextAsync("CHANGED");
        await Assertions.Expect(ticket).ToContainTextAsync("2 → 1");
        await Assertions.Expect(ticket).ToContainTextAsync("GONE");
        await Axe.CheckAsync(page);
        await ticket.GetByRole(AriaRole.Button, new() { Name = "Got it" }).ClickAsync();
        await Assertions.Expect(ticket.GetByRole(AriaRole.Button, new() { Name = "Done" })).ToBeVisibleAsync();

        await Orders.MoveAsync(order.Id, OrderStatus.Cancelled, changed.Value!.Version + 1, Seed.Who, null, default);
        await Assertions.Expect(ticket).ToContainTextAsync("CANCELLED");
        await ticket.GetByRole(AriaRole.Button, new() { Name = "Got it" }).ClickAsync();
        await Assertions.Expect(ticket).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Everything_touched_is_large_enough_for_wet_hands()
    {
        await new Seed(App).OrderAsync("Toucher", Seed.Line("Copper Classic", 1, "touch"));
        var page = await OpenAsync(Role.Kitchen, "/kitchen?station=touch", new() { ViewportSize = Wall });
        await page.WaitForSelectorAsync(".kds-bump");

        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.kds button, .kds a')].filter(element => {
              const box = element.getBoundingClientRect();
              return box.width > 0 && (box.height < 56 || box.width < 56);
            }).map(element => element.outerHTML.slice(0, 120))
            """);

        small.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_tablet_the_bar_stays_one_line_and_every_station_is_reached()
    {
        string[] stations = ["bar tablet", "cold tablet", "fryer tablet", "grill tablet", "oven tablet", "sweets tablet"];
        await new Seed(App).OrderAsync("Tablet", [.. stations.Select(station => Seed.Line("Copper Classic", 1, station))]);
        var page = await OpenAsync(Role.Kitchen, "/kitchen", new() { ViewportSize = new() { Width = 1024, Height = 768 } });
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = stations[^1] })).ToBeAttachedAsync();

        (await page.Locator(".kds-bar").BoundingBoxAsync())!.Height.ShouldBeLessThan(70);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Leave the display" })).ToBeInViewportAsync(new() { Ratio = 1 });
        var expo = page.GetByRole(AriaRole.Link, new() { Name = "Expo" });
        await expo.ScrollIntoViewIfNeededAsync();
        await expo.ClickAsync();

        await Assertions.Expect(expo).ToHaveAttributeAsync("aria-current", "true");
        await Axe.CheckAsync(page);
    }

    [Fact]
    public async Task What_does_not_fit_on_the_screen_is_counted_and_brought_in()
    {
        var orders = new List<Order>();
        for (var at = 0; at < 6; at++)
            orders.Add(await new Seed(App).OrderAsync($"Beyond {at}", [.. Enumerable.Range(0, 5).Select(_ => Seed.Line("Copper Classic", 1, "beyond", new OrderModifier("pickles", ModifierAction.Remove, 1, 0)))]));
        var page = await OpenAsync(Role.Kitchen, "/kitchen?station=beyond", new() { ViewportSize = new() { Width = 1280, Height = 720 } });
        var first = page.Locator($"[data-ticket='{orders[0].Number}']");
        var last = page.Locator($"[data-ticket='{orders[^1].Number}']");
        var more = page.Locator(".kds-right");
        await Assertions.Expect(first).ToBeInViewportAsync();
        await Assertions.Expect(last).Not.ToBeInViewportAsync();
        await Assertions.Expect(more).ToContainTextAsync("3 more");
        await Assertions.Expect(first).ToContainTextAsync(LinesBelow());
        await first.Locator("li").Last.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(first.Locator(".kds-below")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(last).ToBeInViewportAsync();
        await Assertions.Expect(more).ToContainTextAsync("Back to the first");
        await Axe.CheckAsync(page);

        await more.ClickAsync();
        await Assertions.Expect(first).ToBeInViewportAsync();
        foreach (var order in orders.Skip(1))
            await Orders.MoveAsync(order.Id, OrderStatus.Cancelled, order.Version, Seed.Who, null, default);
        await Assertions.Expect(more).ToBeHiddenAsync();
    }

    // How many depends on how many lines the stations of all tests take at the top.
    [GeneratedRegex(@"▼ \d more lines? below")]
    private static partial Regex LinesBelow();

    private IOrders Orders => App.Services.GetRequiredService<IOrders>();
}
