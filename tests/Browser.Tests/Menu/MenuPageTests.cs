using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Domain.Team;
using Restaurant.Pipeline.Menu;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Menu;

public sealed class MenuPageTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task A_price_is_changed_seen_by_the_parser_and_put_back_from_the_history()
    {
        var page = await OpenAsync(Role.Manager, "/menu?q=brownie");
        await page.GetByRole(AriaRole.Link, new() { Name = "Seed & Cocoa Brownie" }).ClickAsync();
        await page.GetByLabel("Price (USD)").FillAsync("five");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Write the price as a number")).ToBeVisibleAsync();

        await page.GetByLabel("Price (USD)").FillAsync("5.25");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-item='Seed & Cocoa Brownie'] .money")).ToHaveTextAsync("$5.25");
        await PricedAsync("Seed & Cocoa Brownie", 525);

        // The list hears of the change before the editor has closed, which has a link of that name too.
        await Assertions.Expect(page.GetByLabel("Price (USD)")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "History", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo: changed Seed & Cocoa Brownie" }).First.ClickAsync();
        await PricedAsync("Seed & Cocoa Brownie", 450);
    }

    [Theory]
    [InlineData(Role.Front)]
    [InlineData(Role.Kitchen)]
    public async Task Who_may_not_edit_categories_finds_nothing_to_type_into_or_to_press(string role)
    {
        var page = await OpenAsync(role, "/menu?tab=categories");

        await Assertions.Expect(page.Locator(".category-row").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".category-row input, .category-row button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_keyboard_alone_opens_an_item_and_comes_back_and_what_was_typed_is_not_lost()
    {
        var page = await OpenAsync(Role.Manager, "/menu?q=portobello");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Portobello Stack" });
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Portobello Stack" })).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(link).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Station").FillAsync("tandoor");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByLabel("Station")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.GetByLabel("Station")).ToHaveValueAsync("tandoor");
        await Axe.CheckAsync(page);
    }

    [Fact]
    public async Task An_item_that_was_only_looked_at_is_not_unsaved()
    {
        var page = await OpenAsync(Role.Manager, "/menu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Portobello Stack" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true }).First).ToHaveValueAsync("Portobello Stack");
        await page.GetByRole(AriaRole.Link, new() { Name = "Blue Barn" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true }).First).ToHaveValueAsync("Blue Barn");
        await Assertions.Expect(page.GetByText("unsaved")).ToHaveCountAsync(0);

        await page.GetByLabel("Station").FillAsync("tandoor");
        await page.GetByRole(AriaRole.Link, new() { Name = "Portobello Stack" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-item='Blue Barn']").GetByText("unsaved")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_kitchen_marks_an_item_sold_out_and_another_browser_sees_it()
    {
        var kitchen = await OpenAsync(Role.Kitchen, "/menu?q=coconut+pot");
        var manager = await OpenAsync(Role.Manager, "/menu?q=coconut+pot");

        await kitchen.GetByLabel("Availability of Coconut Pot").SelectOptionAsync("open");
        await Assertions.Expect(manager.Locator(".menu-row.sold-out")).ToHaveCountAsync(1);
        (await kitchen.GetByRole(AriaRole.Button, new() { Name = "Save" }).CountAsync()).ShouldBe(0);

        await kitchen.GetByLabel("Availability of Coconut Pot").SelectOptionAsync("yes");
        await Assertions.Expect(manager.Locator(".menu-row.sold-out")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_sold_out_item_is_refused_a_second_later()
    {
        var sender = Live.Customers.NewSender();
        var kitchen = await OpenAsync(Role.Kitchen, "/menu?q=miso+salmon");
        var live = await OpenAsync(Role.Front, $"/?q={sender}");
        await kitchen.GetByLabel("Availability of Miso Salmon").SelectOptionAsync("open");
        await Assertions.Expect(kitchen.Locator(".menu-row.sold-out")).ToHaveCountAsync(1);
        await Poll.UntilAsync(
            () => App.Services.GetRequiredService<MenuCache>().Current.Menu.Items.Single(item => item.Name == "Miso Salmon").SoldOutUntil is not null,
            "the parser knows that the salmon is gone");

        await Live.Customers.WriteAsync(App, sender, "one miso salmon please");

        var row = live.Locator(".stream-row");
        await Assertions.Expect(row).ToContainTextAsync("sold out");
        await Assertions.Expect(row).ToContainTextAsync("Waits for a person");

        await kitchen.GetByLabel("Availability of Miso Salmon").SelectOptionAsync("yes");
        await Assertions.Expect(kitchen.Locator(".menu-row.sold-out")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_editors_do_not_overwrite_one_another_and_lose_no_word()
    {
        var one = await OpenAsync(Role.Manager, "/menu?q=onion+petals");
        var other = await OpenAsync(Role.Owner, "/menu?q=onion+petals");
        foreach (var page in (IPage[])[one, other])
            await page.GetByRole(AriaRole.Link, new() { Name = "Onion Petals" }).ClickAsync();
        await other.GetByLabel("Description").FillAsync("Mine.");
        await one.GetByLabel("Description").FillAsync("Theirs.");
        await one.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(one.GetByText("Theirs.")).ToBeVisibleAsync();

        await other.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(other.GetByText("Somebody else changed this item")).ToBeVisibleAsync();
        await Assertions.Expect(other.GetByLabel("Description")).ToHaveValueAsync("Mine.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save mine over it" }).ClickAsync();

        await Assertions.Expect(one.GetByText("Mine.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_import_is_shown_before_it_is_done_and_can_be_undone()
    {
        var page = await OpenAsync(Role.Owner, "/menu?tab=import");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "extra.csv",
            MimeType = "text/csv",
            Buffer = "item_name,description,price\nNettle Soup,Soups. Green and hot.,4.50\nBroken,Row.,much\n"u8.ToArray(),
        });
        await Assertions.Expect(page.GetByText("“much” is not a price")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("items leave the menu")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Import extra.csv" })).ToBeInViewportAsync();
        await page.GetByLabel("Keep items that are not in the file").CheckAsync();
        await Assertions.Expect(page.GetByText("items leave the menu")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import extra.csv" }).ClickAsync();

        await page.GetByPlaceholder("Search the menu").FillAsync("nettle");
        await Assertions.Expect(page.Locator("[data-item='Nettle Soup']")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-item='Nettle Soup']")).ToHaveCountAsync(0);
    }

    private Task PricedAsync(string item, long price) => Poll.UntilAsync(
        () => App.Services.GetRequiredService<MenuCache>().Current.Menu.Items.Single(candidate => candidate.Name == item).PriceMinor == price,
        $"{item} costs {price}");
}
