using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Browser.Tests.Orders;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Team;
using Restaurant.Domain.Understanding;

namespace Restaurant.Browser.Tests.Review;

public sealed class ReviewPageTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task An_item_fixed_in_the_editor_becomes_an_order_with_the_right_total_and_can_be_taken_back()
    {
        var phrase = new UnmatchedPhrase("the blue one", [new("Blue Barn", 0.7, "near by words")]);
        var item = await new Seed(App).ReviewAsync(
            "Fixer", "two copper classics and the blue one", [new("Copper Classic", 2, null, [], "two copper classics", "name")], phrase);
        var page = await OpenAsync(Role.Front, $"/review/{item.Id}");
        await Axe.CheckAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Blue Barn" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-editor-total]")).ToHaveTextAsync("$34.20");
        await page.GetByRole(AriaRole.Group, new() { Name = "Quantity of Copper Classic" }).GetByLabel("One less").ClickAsync();
        await Assertions.Expect(page.Locator("[data-editor-total]")).ToHaveTextAsync("$23.30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Place the fixed order" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Order", new() { Exact = false }).Filter(new() { HasText = "is placed" }).First).ToBeVisibleAsync();
        var decided = (await Reviews.FindAsync(item.Id, default))!;
        var order = (await App.Services.GetRequiredService<IOrders>().FindAsync(decided.ResultId!.Value, default))!;
        order.TotalMinor.ShouldBe(2330);
        order.Sender.ShouldBe("Fixer");
        (await Reviews.VerdictsAsync(0, 50, default)).Rows.Single(verdict => verdict.MessageNumber == item.MessageNumber).Corrected.ShouldBeTrue();

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Restaurant.Testing.Poll.UntilAsync(
            async () => (await Reviews.FindAsync(item.Id, default))!.Status == ReviewStatus.Open, "the decision is taken back");
        await Reviews.FileAsync(item.Id, Intent.Miscellaneous, (await Reviews.FindAsync(item.Id, default))!.Version, Seed.Who, default);
    }

    [Fact]
    public async Task What_is_unclear_is_settled_with_the_keys_beside_it()
    {
        var item = await new Seed(App).ReviewAsync(
            "Keys", "a classic, the blue one and a moon", [new("Copper Classic", 1, null, [], "a classic", "name")],
            new("the blue one", [new("Spring Water", 0.6, "near"), new("Blue Barn", 0.7, "near by words")]), new("a moon", []));
        var page = await OpenAsync(Role.Front, $"/review/{item.Id}");
        await Assertions.Expect(page.Locator(".phrase")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".candidate kbd")).ToHaveTextAsync(["1", "2"]);

        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(page.Locator("[data-editor-line='Blue Barn']")).ToBeVisibleAsync();

        // The key is the next phrase's now.
        await Assertions.Expect(page.Locator(".phrase")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("a moon.*0", System.Text.RegularExpressions.RegexOptions.Singleline));
        await page.Keyboard.PressAsync("0");
        await Assertions.Expect(page.Locator(".phrase")).ToHaveCountAsync(0);
        await Reviews.FileAsync(item.Id, Intent.Miscellaneous, item.Version, Seed.Who, default);
    }

    [Fact]
    public async Task A_link_to_what_does_not_exist_says_so()
    {
        var page = await OpenAsync(Role.Front, $"/review/{Guid.NewGuid()}");

        await Assertions.Expect(page.GetByText("There is no such item")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_key_that_is_held_decides_one_item()
    {
        var seed = new Seed(App);
        var held = await seed.ReviewAsync("Holder", "hmm", []);
        var page = await OpenAsync(Role.Front, $"/review/{held.Id}");
        await Assertions.Expect(Shown(page, held)).ToBeVisibleAsync();

        await page.Keyboard.DownAsync("m");
        await Assertions.Expect(Shown(page, held)).ToHaveCountAsync(0);
        var next = await seed.ReviewAsync("Holder", "hmm, well", []);
        await page.GotoWithinAsync($"/review/{next.Id}");
        await Assertions.Expect(Shown(page, next)).ToBeVisibleAsync();
        await page.Keyboard.DownAsync("m");
        await page.Keyboard.UpAsync("m");

        // A later act has come back, so the one before it would have, too.
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Assertions.Expect(Shown(page, held)).ToBeVisibleAsync();
        (await Reviews.FindAsync(next.Id, default))!.Status.ShouldBe(ReviewStatus.Open);
        await FileAsync(held.Id, next.Id);
    }

    [Fact]
    public async Task A_second_press_on_a_slow_line_decides_nothing_that_was_not_seen()
    {
        await using var line = Restaurant.Testing.Relay.To(new Uri(App.Address).Port);
        var seed = new Seed(App);
        var first = await seed.ReviewAsync("Hurried", "er", []);
        var second = await seed.ReviewAsync("Hurried", "erm", []);
        var page = await NewPageAsync(Role.Front);
        await page.OpenAsync($"http://127.0.0.1:{line.Port}/review/{first.Id}");
        await Assertions.Expect(Shown(page, first)).ToBeVisibleAsync();
        line.Delay = TimeSpan.FromSeconds(1);

        await page.Keyboard.PressAsync("m");
        await Restaurant.Testing.Poll.UntilAsync(
            async () => (await Reviews.FindAsync(first.Id, default))!.Status != ReviewStatus.Open, "the first is decided, and the page does not know it yet");
        var seen = await page.EvaluateAsync<string>("""
            () => {
              document.dispatchEvent(new KeyboardEvent('keydown', { key: 'm' }));
              return document.querySelector('[data-review]')?.dataset.review;
            }
            """);
        line.Delay = TimeSpan.Zero;

        // On a machine so busy that the page knew it already, the second press meant what it showed.
        if (seen == $"{first.MessageNumber}")
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
            await Assertions.Expect(Shown(page, first)).ToBeVisibleAsync();
            (await Reviews.FindAsync(second.Id, default))!.Status.ShouldBe(ReviewStatus.Open);
        }

        await page.CloseAsync();
        await FileAsync(first.Id, second.Id);
    }

    [Fact]
    public async Task A_link_to_what_was_decided_meanwhile_shows_the_decision()
    {
        var item = await new Seed(App).ReviewAsync("Meanwhile", "huh", []);
        await FileAsync(item.Id);

        var page = await OpenAsync(Role.Front, $"/review/{item.Id}");

        await Assertions.Expect(Shown(page, item)).ToContainTextAsync("Filed");
    }

    private static ILocator Shown(IPage page, ReviewItem item) => page.Locator($"[data-review='{item.MessageNumber}']");

    private async Task FileAsync(params Guid[] items)
    {
        foreach (var id in items)
            await Reviews.FileAsync(id, Intent.Miscellaneous, (await Reviews.FindAsync(id, default))!.Version, Seed.Who, default);
    }

    private IReviews Reviews => App.Services.GetRequiredService<IReviews>();
}
