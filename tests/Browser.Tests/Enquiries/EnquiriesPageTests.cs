using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Browser.Tests.Orders;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Enquiries;

public sealed class EnquiriesPageTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task What_is_typed_survives_a_reload_and_becomes_the_answer()
    {
        var enquiry = await new Seed(App).EnquiryAsync("Asker", "when do you open?", "asks for opening hours", "We open at noon.");
        var page = await OpenAsync(Role.Front, $"/enquiries/{enquiry.Id}");
        await page.GetByLabel("Your answer").FillAsync("We open at eleven");
        await Assertions.Expect(page.GetByText("Kept", new() { Exact = true })).ToBeVisibleAsync();
        await Axe.CheckAsync(page);

        await page.OpenAsync($"/enquiries/{enquiry.Id}");
        await Assertions.Expect(page.GetByLabel("Your answer")).ToHaveValueAsync("We open at eleven");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep as answered" }).ClickAsync();

        await page.OpenAsync($"/enquiries/{enquiry.Id}?status=answered");
        await Assertions.Expect(page.Locator("[data-enquiry]")).ToContainTextAsync("We open at eleven");
    }

    [Fact]
    public async Task An_enquiry_becomes_an_order()
    {
        var seed = new Seed(App);
        await seed.MenuAsync();
        var enquiry = await seed.EnquiryAsync("Undecided", "could i have the blue one?", "asks whether it is possible");
        var page = await OpenAsync(Role.Front, $"/enquiries/{enquiry.Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Turn into an order" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Add an item" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("could i have the blue one?")).ToBeVisibleAsync();
        await page.PlaceAsync("Blue Barn");

        await Poll.UntilAsync(async () => (await Enquiries.FindAsync(enquiry.Id, default))!.OrderId is not null, "the enquiry knows its order");
        var order = (await Enquiries.FindAsync(enquiry.Id, default))!.OrderId!.Value;
        (await App.Services.GetRequiredService<IOrders>().FindAsync(order, default))!.Lines.Single().Item.ShouldBe("Blue Barn");
    }

    [Fact]
    public async Task Answered_by_the_keyboard_it_stays_to_be_copied_and_the_next_is_a_key_away()
    {
        var seed = new Seed(App);
        var first = await seed.EnquiryAsync("Keys one", "do you have keys one?", "asks");
        var second = await seed.EnquiryAsync("Keys two", "do you have keys two?", "asks");
        var page = await OpenAsync(Role.Front, "/enquiries?q=do+you+have+keys");
        var shown = page.Locator("[data-enquiry]");
        await Assertions.Expect(page.Locator(".queue-row")).ToHaveCountAsync(2);
        await Assertions.Expect(shown).ToContainTextAsync("keys one");

        await page.Keyboard.PressAsync("w");
        await page.Keyboard.TypeAsync("We do.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep as answered" })).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
        await Assertions.Expect(shown).ToContainTextAsync("keys one");
        (await Enquiries.FindAsync(first.Id, default))!.Answer.ShouldBe("We do.");

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(shown).ToContainTextAsync("keys two");
        await page.GetByRole(AriaRole.Button, new() { Name = "Done without an answer" }).ClickAsync();
        await Poll.UntilAsync(async () => (await Enquiries.FindAsync(second.Id, default))!.Status == EnquiryStatus.Done, "the second is done");
    }

    private IEnquiries Enquiries => App.Services.GetRequiredService<IEnquiries>();
}
