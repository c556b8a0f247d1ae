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

    private IReviews Reviews => App.Services.GetRequiredService<IReviews>();
}
