using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Playground;

public sealed class PlaygroundTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task Words_are_read_while_they_are_typed_and_stand_in_the_address()
    {
        var page = await OpenAsync(Role.Kitchen, "/playground");

        await page.GetByLabel("A customer's message").PressSequentiallyAsync("two copper classics without pickles");
        await Assertions.Expect(page.Locator(".ticket")).ToContainTextAsync("no pickles");
        await Assertions.Expect(page.Locator(".run-tree > li")).ToHaveCountAsync(6);
        await page.WaitForURLAsync(url => url.EndsWith("/playground?text=two%20copper%20classics%20without%20pickles", StringComparison.Ordinal));
        await page.ReloadAsync();
        await page.InteractiveAsync();

        await Assertions.Expect(page.GetByLabel("A customer's message")).ToHaveValueAsync("two copper classics without pickles");
        await Assertions.Expect(page.Locator(".ticket")).ToContainTextAsync("Copper Classic");
    }

    [Fact]
    public async Task What_a_person_says_it_means_is_kept_as_an_example()
    {
        var page = await OpenAsync(Role.Front, "/playground?text=three%20moonrakers%20please");
        await page.GetByText("Not right? Say what it means").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Order" }).CheckAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Add an item" }).FillAsync("Blue Barn");
        await page.GetByRole(AriaRole.Option, new() { Name = "Blue Barn" }).ClickAsync();
        await Axe.CheckAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep as an example" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Kept as an example")).ToBeVisibleAsync();
        var verdicts = await App.Services.GetRequiredService<ILearning>().VerdictsAsync(DateTimeOffset.UtcNow, default);
        verdicts.Single(verdict => verdict.Words == "three moonrakers please").DecidedLines.Single().Item.ShouldBe("Blue Barn");
    }

    [Fact]
    public async Task An_example_kept_by_mistake_is_taken_back_and_its_form_is_there_again()
    {
        var page = await OpenAsync(Role.Front, "/playground?text=is%20the%20terrace%20heated%20in%20march");
        await page.GetByText("Not right? Say what it means").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Enquiry" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep as an example" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Not right? Say what it means")).ToBeVisibleAsync();
        var verdicts = await App.Services.GetRequiredService<ILearning>().VerdictsAsync(DateTimeOffset.UtcNow, default);
        verdicts.ShouldNotContain(verdict => verdict.Words == "is the terrace heated in march");
    }

    [Fact]
    public async Task An_example_shows_what_is_not_on_the_menu()
    {
        var page = await OpenAsync(Role.Owner, "/playground");

        await page.GetByRole(AriaRole.Button, new() { Name = "Not on the menu" }).ClickAsync();

        await Assertions.Expect(page.Locator(".words-unmatched")).ToContainTextAsync("pierogi");
        await page.GetByText("The result as JSON").ClickAsync();
        await Assertions.Expect(page.Locator("#playground-json")).ToContainTextAsync("\"needsReview\": true");
        await Axe.CheckAsync(page);
    }
}
