using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Orders;

public sealed class OrdersPageTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task On_a_tablet_what_is_ready_does_not_begin_below_all_that_is_new()
    {
        await new Seed(App).OrderAsync("Tablet", Seed.Line("Copper Classic", 1, "grill"));
        var page = await OpenAsync(Role.Front, "/orders", new() { ViewportSize = new() { Width = 1024, Height = 768 } });
        await page.Locator("[data-column=New] .ticket-card").First.WaitForAsync();

        var tops = await page.Locator("[data-column]").EvaluateAllAsync<double[]>("columns => columns.map(column => column.getBoundingClientRect().top)");

        tops.Length.ShouldBe(4);
        tops.Distinct().Count().ShouldBe(1);
        await Assertions.Expect(page.Locator("[data-column=Ready]")).ToBeInViewportAsync();
        await page.Locator("[data-column=Completed]").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Locator("[data-column=Completed]")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_move_on_the_board_is_seen_in_another_browser_and_can_be_undone()
    {
        var order = await new Seed(App).OrderAsync("Mover", Seed.Line("Copper Classic", 2, "grill"));
        var mine = await OpenAsync(Role.Kitchen, "/orders?q=Mover");
        var theirs = await OpenAsync(Role.Owner, "/orders?q=Mover");
        await theirs.WaitForSelectorAsync(Card("New", order));

        await mine.GetByRole(AriaRole.Button, new() { Name = $"Start order {order.Number}" }).ClickAsync();
        await mine.WaitForSelectorAsync(Card("Preparing", order));
        await theirs.WaitForSelectorAsync(Card("Preparing", order));

        await mine.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await theirs.WaitForSelectorAsync(Card("New", order));
    }

    [Fact]
    public async Task An_order_taken_by_hand_is_priced_from_the_menu_and_lands_on_the_board()
    {
        await new Seed(App).MenuAsync();
        var page = await OpenAsync(Role.Front, "/orders/new");
        await page.GetByLabel("Customer").FillAsync("Table nine");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Add an item" }).FillAsync("copper cl");
        await page.GetByRole(AriaRole.Option, new() { Name = "Copper Classic" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Modifiers of Copper Classic" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Extra cheddar" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "No pickles" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Quantity of Copper Classic" }).GetByLabel("One more").ClickAsync();

        // 2 × (10.90 + 1.20): leaving pickles out saves nothing.
        await Assertions.Expect(page.Locator("[data-editor-total]")).ToHaveTextAsync("$24.20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Place the order" }).ClickAsync();
        var card = page.Locator("[data-column=New]").GetByRole(AriaRole.Article, new() { Name = "for Table nine" });
        await Assertions.Expect(card).ToContainTextAsync("EXTRA cheddar");
        await Assertions.Expect(card).ToContainTextAsync("NO pickles");
    }

    [Fact]
    public async Task The_drawer_tells_what_changed_and_who_did_it()
    {
        var order = await new Seed(App).OrderAsync("Drawer", Seed.Line("Copper Classic", 2, "grill"));
        var orders = App.Services.GetRequiredService<IOrders>();
        await orders.ReviseAsync(order.Id, [Seed.Line("Copper Classic", 3, "grill")], order.Version, Seed.Who, "one more guest", default);

        var page = await OpenAsync(Role.Owner, $"/orders/{order.Id}");

        var drawer = page.Locator("[data-order-detail]");
        await Assertions.Expect(drawer).ToContainTextAsync("2 → 3");
        await Assertions.Expect(drawer).ToContainTextAsync("one more guest");
        await Axe.CheckAsync(page);
    }

    [Fact]
    public async Task A_change_can_be_undone()
    {
        var seed = new Seed(App);
        await seed.MenuAsync();
        var order = await seed.OrderAsync("Changeable", Seed.Line("Copper Classic", 2, "grill"));
        var page = await OpenAsync(Role.Front, $"/orders/{order.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Quantity of Copper Classic" }).GetByLabel("One more").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await Poll.UntilAsync(async () => await QuantityAsync(order) == 3, "one more is ordered");

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();

        await Poll.UntilAsync(async () => await QuantityAsync(order) == 2, "it is as it was");
    }

    [Fact]
    public async Task By_the_keyboard_one_goes_into_an_order_and_back_and_loses_no_change()
    {
        var seed = new Seed(App);
        await seed.MenuAsync();
        var order = await seed.OrderAsync("Typist", Seed.Line("Copper Classic", 2, "grill"));
        var page = await OpenAsync(Role.Front, "/orders?q=Typist");
        var link = page.Locator($"[data-open='{order.Id}']");
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#drawer-title")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Quantity of Copper Classic" }).GetByLabel("One more").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save the change" })).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave as it was" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(link).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Who_closes_an_order_with_a_change_not_saved_can_go_back_to_it()
    {
        var seed = new Seed(App);
        await seed.MenuAsync();
        var order = await seed.OrderAsync("Hasty", Seed.Line("Copper Classic", 2, "grill"));
        var page = await OpenAsync(Role.Front, $"/orders/{order.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Quantity of Copper Classic" }).GetByLabel("One more").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save the change" })).ToBeEnabledAsync();

        await page.Locator("[data-order-detail]").GetByRole(AriaRole.Link, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"The change to order {order.Number} was not saved")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();

        await Poll.UntilAsync(async () => await QuantityAsync(order) == 3, "the change is saved after all");
    }

    [Fact]
    public async Task A_note_being_typed_outlasts_a_change_elsewhere_is_kept_and_can_be_taken_back()
    {
        var order = await new Seed(App).OrderAsync("Noted", Seed.Line("Copper Classic", 2, "grill"));
        var orders = App.Services.GetRequiredService<IOrders>();
        var page = await OpenAsync(Role.Front, $"/orders/{order.Id}");
        var (note, drawer) = (page.GetByLabel("Note for the kitchen"), page.Locator("[data-order-detail]"));
        await note.FillAsync("birthday candle ");
        await orders.MoveAsync(order.Id, OrderStatus.Preparing, order.Version, Seed.Who, null, default);
        await Assertions.Expect(drawer.GetByText("Back to")).ToBeVisibleAsync();
        await Assertions.Expect(note).ToHaveValueAsync("birthday candle ");

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await Poll.UntilAsync(async () => (await orders.FindAsync(order.Id, default))!.Note == "birthday candle", "the note is kept");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();

        await Poll.UntilAsync(async () => (await orders.FindAsync(order.Id, default))!.Note.Length == 0, "the note is taken back");
        await Assertions.Expect(note).ToHaveValueAsync("");
    }

    private async Task<int> QuantityAsync(Order order) =>
        (await App.Services.GetRequiredService<IOrders>().FindAsync(order.Id, default))!.Lines.Single().Quantity;

    private static string Card(string column, Order order) => $"[data-column={column}] [data-order='{order.Number}']";
}
