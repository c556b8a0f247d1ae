using Microsoft.Playwright;
using Restaurant.Browser.Tests.Orders;
using Restaurant.Domain.Team;

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
}
