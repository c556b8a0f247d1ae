using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Shell;

public sealed class ShellTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task Two_keys_go_to_a_place_and_a_question_mark_lists_them()
    {
        var page = await OpenAsync(Role.Owner, "/styles");

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToContainTextAsync("Playground");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("l");

        await Assertions.Expect(page).ToHaveURLAsync($"{App.Address}/");
    }

    [Fact]
    public async Task An_appearance_is_shown_at_once_and_kept()
    {
        var page = await OpenAsync(Role.Kitchen, "/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Neon" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-appearance", "neon");

        await page.ReloadAsync();
        await page.InteractiveAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Neon" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task Typed_text_goes_into_the_address_and_stays()
    {
        var page = await OpenAsync(Role.Owner, "/styles");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("burger");

        await Assertions.Expect(page).ToHaveURLAsync($"{App.Address}/styles?q=burger");
        await Assertions.Expect(page.GetByPlaceholder("Search rows")).ToHaveValueAsync("burger");
    }

    [Fact]
    public async Task A_slow_line_loses_no_letter_of_a_search()
    {
        await using var line = Relay.To(new Uri(App.Address).Port);
        line.Delay = TimeSpan.FromMilliseconds(150);
        var page = await NewPageAsync(Role.Owner);
        await page.OpenAsync($"http://127.0.0.1:{line.Port}/styles");
        var box = page.GetByPlaceholder("Search rows");
        await box.PressSequentiallyAsync("burger with", new() { Delay = 130 });
        await box.PressSequentiallyAsync("out onions", new() { Delay = 290 });

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/styles\?q=burger(\+|%20)without(\+|%20)onions$"));
        await Assertions.Expect(box).ToHaveValueAsync("burger without onions");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Another_page_begins_at_its_heading()
    {
        var page = await OpenAsync(Role.Owner, "/styles");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Styles" })).Not.ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Orders", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Orders", Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_navigation_shows_only_what_a_role_may_open()
    {
        var page = await OpenAsync(Role.Kitchen, "/");
        var places = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });

        await Assertions.Expect(places.GetByRole(AriaRole.Link, new() { Name = "Orders" })).ToBeVisibleAsync();
        await Assertions.Expect(places.GetByRole(AriaRole.Link, new() { Name = "Outbox" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_of_another_role_says_so()
    {
        var page = await OpenAsync(Role.Kitchen, "/");
        await page.EvaluateAsync("() => Blazor.navigateTo('/styles')");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This page is not for your role" })).ToBeVisibleAsync();
    }
}
