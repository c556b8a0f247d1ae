using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Shell;

/// <summary>The server is started anew while people type.</summary>
public sealed class TypedTextTests(TheApp app) : BrowserTest(app)
{
    private const string Secret = "https://discord.com/api/webhooks/1/never-kept";

    [Fact]
    public async Task What_was_typed_or_clicked_together_is_there_again_after_a_restart_and_secrets_are_not()
    {
        // What a browser says of a server that is not there.
        Expect("ERR_CONNECTION");
        Expect("WebSocket");
        Expect("Error: ");
        Expect("Failed to");
        Expect("status code");
        await using var program = await OwnApp.StartWithTeamAsync();
        var menu = (await program.Services.GetRequiredService<IMenuStore>().LoadAsync(default)).Items.ToList();
        var (dish, ordered) = (menu[0], menu[1].Name);
        var first = await NewPageAsync(null);
        await program.SignInAsync(first, Role.Owner);
        await first.OpenAsync($"{program.Address}/menu?item={dish.Id}");
        var dishes = first;
        var schedules = await OpenAsync(first.Context, $"{program.Address}/schedules/new");
        var orders = await OpenAsync(first.Context, $"{program.Address}/orders/new");
        var rooms = await OpenAsync(first.Context, $"{program.Address}/settings?tab=rooms");
        var groups = await OpenAsync(first.Context, $"{program.Address}/menu?tab=groups");
        IPage[] pages = [dishes, schedules, orders, rooms, groups];

        await dishes.GetByLabel("Name", new() { Exact = true }).FillAsync("Grandmother's pie");
        await dishes.GetByLabel("Description").FillAsync("With <b>love</b>\nand plums");
        var sizes = dishes.GetByLabel("Size: name");
        var many = await sizes.CountAsync();
        await dishes.GetByRole(AriaRole.Button, new() { Name = "Add size" }).ClickAsync();
        await Assertions.Expect(sizes).ToHaveCountAsync(many + 1);
        await sizes.Last.FillAsync("Banquet");
        await schedules.GetByLabel("Name", new() { Exact = true }).FillAsync("Every full moon");
        await orders.GetByLabel("Customer").FillAsync("Table 9");
        await orders.GetByLabel("Note for the kitchen").FillAsync("Birthday, with a candle");

        // What is clicked together: the lines of an order with their modifiers, the kind of a timetable, a choice in a form.
        await orders.GetByRole(AriaRole.Combobox, new() { Name = "Add an item" }).FillAsync(ordered);
        await orders.GetByRole(AriaRole.Option, new() { Name = ordered }).First.WaitForAsync();
        await orders.Keyboard.PressAsync("Enter");
        await orders.GetByRole(AriaRole.Group, new() { Name = $"Quantity of {ordered}" }).GetByLabel("One more").ClickAsync();
        await Assertions.Expect(orders.GetByLabel("Quantity", new() { Exact = true })).ToHaveValueAsync("2");
        var total = await orders.Locator("[data-editor-total]").InnerTextAsync();
        await schedules.GetByRole(AriaRole.Button, new() { Name = "weekly" }).ClickAsync();
        await schedules.GetByLabel("Every", new() { Exact = true }).FocusAsync();
        await schedules.GetByLabel("Every", new() { Exact = true }).SelectOptionAsync("Friday");
        var tick = dishes.GetByRole(AriaRole.Group, new() { Name = "Modifier groups to offer" }).GetByRole(AriaRole.Checkbox).First;
        var ticked = !await tick.IsCheckedAsync();
        await tick.SetCheckedAsync(ticked);
        await groups.GetByRole(AriaRole.Button, new() { Name = "New group" }).ClickAsync();
        await groups.GetByLabel("Name", new() { Exact = true }).FillAsync("Toppings of the house");
        var address = rooms.Locator("input[type=password]").First;
        await address.FillAsync(Secret);

        foreach (var page in pages)
            await page.EvaluateAsync("document.documentElement.dataset.old = 'yes'");
        await program.StopAsync();
        program.StartAgain();
        foreach (var page in pages)
            await page.WaitForSelectorAsync("html:not([data-old]) [data-interactive]", new() { State = WaitForSelectorState.Attached, Timeout = 240_000 });

        await Assertions.Expect(dishes.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Grandmother's pie");
        await Assertions.Expect(dishes.GetByLabel("Description")).ToHaveValueAsync("With <b>love</b>\nand plums");
        await Assertions.Expect(schedules.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Every full moon");
        await Assertions.Expect(orders.GetByLabel("Customer")).ToHaveValueAsync("Table 9");
        await Assertions.Expect(orders.GetByLabel("Note for the kitchen")).ToHaveValueAsync("Birthday, with a candle");

        await Assertions.Expect(orders.GetByLabel("Quantity", new() { Exact = true })).ToHaveValueAsync("2");
        await Assertions.Expect(orders.Locator("[data-editor-total]")).ToHaveTextAsync(total);
        await Assertions.Expect(schedules.GetByLabel("Every", new() { Exact = true })).ToHaveValueAsync("Friday");
        await Assertions.Expect(tick).ToBeCheckedAsync(new() { Checked = ticked });

        // A row that was not there yet when the page was first shown is there with its text.
        await Assertions.Expect(sizes).ToHaveCountAsync(many + 1);
        await Assertions.Expect(sizes.Last).ToHaveValueAsync("Banquet");

        // A form that was open is not opened by itself: its text is offered, and goes into it once it is open.
        var left = groups.GetByRole(AriaRole.Status).Filter(new() { HasText = "The connection was lost while you typed" });
        await Assertions.Expect(left).ToContainTextAsync("Toppings of the house");
        await groups.GetByRole(AriaRole.Button, new() { Name = "New group" }).ClickAsync();
        await Assertions.Expect(groups.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Toppings of the house");
        await Assertions.Expect(left).ToBeHiddenAsync();

        // The server knows of it, not the page alone.
        await dishes.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(dishes.Locator("[data-item=\"Grandmother's pie\"]")).ToBeVisibleAsync();
        await orders.GetByRole(AriaRole.Button, new() { Name = "Place the order" }).ClickAsync();
        await orders.WaitForURLAsync(url => url.EndsWith("/orders", StringComparison.Ordinal));
        await Assertions.Expect(orders.GetByRole(AriaRole.Article, new() { Name = "for Table 9" })).ToContainTextAsync(ordered);

        await Assertions.Expect(rooms.Locator("input[type=password]").First).ToHaveValueAsync("");
        (await rooms.EvaluateAsync<string>("JSON.stringify(sessionStorage)")).ShouldNotContain("never-kept");
        await orders.EvaluateAsync("sessionStorage.setItem('restaurant.typed', '[]')");
        await orders.EvaluateAsync("document.querySelector('form[action=\"/sign-out\"]').requestSubmit()");
        await orders.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
        (await orders.EvaluateAsync<string?>("sessionStorage.getItem('restaurant.typed')")).ShouldBeNull();
        await first.Context.CloseAsync();
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        await page.OpenAsync(address);
        return page;
    }
}
