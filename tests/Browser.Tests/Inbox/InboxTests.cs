using Microsoft.Playwright;
using Restaurant.Browser.Tests.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Inbox;

public sealed class InboxTests(TheApp app) : BrowserTest(app)
{
    private readonly string sender = Customers.NewSender();

    [Fact]
    public async Task A_message_is_found_and_its_way_is_shown()
    {
        var number = await App.WriteAsync(sender, "one copper classic and a mint lemonade");
        var page = await OpenAsync(Role.Front, $"/inbox?q={sender}");

        await page.Locator(".inbox-row").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync($"{App.Address}/inbox/{number}?q={sender}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Message {number}" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".talk mark").First).ToContainTextAsync("copper classic");
        await Assertions.Expect(page.Locator(".run-tree > li")).ToHaveCountAsync(7);
        await Assertions.Expect(page.Locator(".inbox-detail").GetByRole(AriaRole.Link, new() { Name = "Order" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_dead_letter_is_replayed_and_becomes_an_order()
    {
        await App.RememberAsync([Customers.Old(sender, "one copper classic please", MessageStatus.DeadLettered)]);
        var page = await OpenAsync(Role.Front, $"/inbox?q={sender}&status=deadlettered");
        await page.Locator(".inbox-row").ClickAsync();
        await Assertions.Expect(page.Locator(".inbox-detail")).ToContainTextAsync("The oven was on fire.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Replay", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".inbox-head")).ToContainTextAsync("Order");
        await Assertions.Expect(page.Locator(".inbox-detail").GetByRole(AriaRole.Link, new() { Name = "Order" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("No message matches these filters.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_message_is_opened_corrected_and_left_with_the_keys_alone()
    {
        await App.WriteAsync(sender, "one copper classic");
        var page = await OpenAsync(Role.Front, $"/inbox?q={sender}");
        await Assertions.Expect(page.Locator(".inbox-row").Filter(new() { HasText = "Order" })).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".inbox-detail [data-shortcut=o]")).ToContainTextAsync("Order");
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.GetByLabel("Understood as")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByLabel("Understood as")).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".inbox-detail")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".inbox-detail [data-shortcut=o]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("o");
        await Assertions.Expect(page.Locator("[data-order-detail]")).ToContainTextAsync(sender);
    }

    [Fact]
    public async Task All_dead_letters_are_replayed_at_once()
    {
        await App.RememberAsync(Enumerable.Range(1, 3).Select(count => Customers.Old(sender, $"is there parking for {count} cars?", MessageStatus.DeadLettered)));
        var page = await OpenAsync(Role.Front, $"/inbox?status=deadlettered&q={sender}");
        await Assertions.Expect(page.Locator(".inbox-row")).ToHaveCountAsync(3);

        await page.GetByRole(AriaRole.Button, new() { Name = "Replay all" }).ClickAsync();

        await Assertions.Expect(page.Locator(".inbox-row")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Edited_words_are_read_again_and_the_runs_can_be_compared()
    {
        var number = await App.WriteAsync(sender, "one copper classic");
        var page = await OpenAsync(Role.Front, $"/inbox/{number}");
        await Assertions.Expect(page.Locator(".run-tree > li")).ToHaveCountAsync(7);

        await page.GetByLabel("Words to read").FillAsync("three copper classics");
        await Assertions.Expect(page.GetByText("Edited words are read from the start.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Read again" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Runs" }).GetByRole(AriaRole.Button)).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByLabel("Words to read")).ToHaveValueAsync("three copper classics");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr.differs").First).ToBeVisibleAsync();
        await Axe.CheckAsync(page);
    }

    [Fact]
    public async Task A_person_says_what_a_message_is()
    {
        var number = await App.WriteAsync(sender, "is there parking near you?");
        var page = await OpenAsync(Role.Front, $"/inbox/{number}");
        await Assertions.Expect(page.Locator(".inbox-head")).ToContainTextAsync("Enquiry");

        await page.Locator(".correct select").SelectOptionAsync("Miscellaneous");

        await Assertions.Expect(page.Locator(".inbox-head")).ToContainTextAsync("Filed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".inbox-head")).ToContainTextAsync("Enquiry");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_filled_inbox_has_no_accessibility_violation(int width)
    {
        await App.WriteAsync(sender, "you are all worthless idiots");
        await App.WriteAsync(sender, "one copper classic");
        var number = await App.WriteAsync(sender, "two pierogi and a copper classic");
        var page = await OpenAsync(Role.Owner, $"/inbox?q={sender}", new() { ViewportSize = new() { Width = width, Height = 900 } });
        await Assertions.Expect(page.Locator(".inbox-row")).ToHaveCountAsync(3);
        await Axe.CheckAsync(page);

        await page.OpenAsync($"/inbox/{number}?q={sender}");
        await Assertions.Expect(page.Locator(".run-tree > li")).ToHaveCountAsync(7);
        await Axe.CheckAsync(page);
    }
}
