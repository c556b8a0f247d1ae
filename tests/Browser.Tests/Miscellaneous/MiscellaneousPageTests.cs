using Microsoft.Playwright;
using Restaurant.Browser.Tests.Orders;
using Restaurant.Domain.Team;
using Restaurant.Domain.Understanding;

namespace Restaurant.Browser.Tests.Miscellaneous;

public sealed class MiscellaneousPageTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task Offensive_words_are_not_even_sent_until_somebody_asks()
    {
        var filed = await new Seed(App).FiledAsync("Grump", "you rotten turnip", Intent.Offensive);
        var page = await OpenAsync(Role.Front, "/miscellaneous?tab=quarantined&q=Grump");
        var row = page.Locator($"[data-filed='{filed.MessageNumber}']");
        await row.WaitForAsync();

        (await page.ContentAsync()).ShouldNotContain("rotten turnip");
        await Axe.CheckAsync(page);
        await row.GetByRole(AriaRole.Button, new() { Name = "Show them" }).ClickAsync();

        await Assertions.Expect(row).ToContainTextAsync("rotten turnip");
    }

    [Fact]
    public async Task A_filed_message_becomes_an_order()
    {
        var seed = new Seed(App);
        await seed.MenuAsync();
        var filed = await seed.FiledAsync("Mumbler", "the blue one would be nice", Intent.Miscellaneous);
        var page = await OpenAsync(Role.Front, "/miscellaneous?q=Mumbler");
        await page.Locator($"[data-filed='{filed.MessageNumber}']").GetByRole(AriaRole.Link, new() { Name = "Order" }).ClickAsync();
        await Assertions.Expect(page.GetByText("the blue one would be nice")).ToBeVisibleAsync();
        await page.PlaceAsync("Blue Barn");

        await page.GotoAsync("/orders?q=Mumbler");
        await Assertions.Expect(page.Locator("[data-column=New]").GetByRole(AriaRole.Article, new() { Name = "for Mumbler" })).ToContainTextAsync("Blue Barn");
        await page.OpenAsync("/miscellaneous?q=Mumbler");
        await Assertions.Expect(page.Locator($"[data-filed='{filed.MessageNumber}']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_made_an_enquiry_by_mistake_is_filed_again()
    {
        var filed = await new Seed(App).FiledAsync("Waverer", "never mind", Intent.Miscellaneous);
        var page = await OpenAsync(Role.Front, "/miscellaneous?q=Waverer");
        var row = page.Locator($"[data-filed='{filed.MessageNumber}']");

        await row.GetByRole(AriaRole.Button, new() { Name = "Enquiry" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Assertions.Expect(row).ToContainTextAsync("never mind");
        await page.OpenAsync("/enquiries?q=Waverer");
        await Assertions.Expect(page.GetByText("Nothing found")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_sender_is_muted_and_heard_again()
    {
        var filed = await new Seed(App).FiledAsync("Spammer", "buy followers now", Intent.Miscellaneous);
        var page = await OpenAsync(Role.Front, "/miscellaneous?q=Spammer");
        var row = page.Locator($"[data-filed='{filed.MessageNumber}']");

        await row.GetByRole(AriaRole.Button, new() { Name = "Mute sender" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("muted");
        await page.OpenAsync("/miscellaneous?tab=muted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Unmute Spammer" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Unmute Spammer" })).ToHaveCountAsync(0);
    }
}
