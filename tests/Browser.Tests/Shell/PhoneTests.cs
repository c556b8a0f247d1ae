using Microsoft.Playwright;
using Restaurant.Browser.Tests.Live;
using Restaurant.Browser.Tests.Orders;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Shell;

/// <summary>The first screen of a phone shows the work; what narrows it down is one touch away, and a finger hits it.</summary>
public sealed class PhoneTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task Filters_fold_behind_one_button_that_says_how_many_are_set()
    {
        var sender = Customers.NewSender();
        await App.RememberAsync([Customers.Old(sender, "thanks a lot"), Customers.Old(sender, "two pies", MessageStatus.DeadLettered)]);
        var page = await OpenAsync(Role.Front, $"/inbox?q={sender}&status=deadlettered", Phone);
        var fold = page.GetByRole(AriaRole.Button, new() { Name = "Filters" });
        await Assertions.Expect(page.Locator(".inbox-row")).ToHaveCountAsync(1);
        await Assertions.Expect(fold).ToHaveTextAsync("Filters 1 set", new() { UseInnerText = false });
        await Assertions.Expect(page.GetByLabel("State")).ToBeHiddenAsync();

        await fold.TapAsync();
        await Assertions.Expect(fold).ToHaveAttributeAsync("aria-expanded", "true");
        await page.GetByLabel("State").SelectOptionAsync("");

        await Assertions.Expect(page.Locator(".inbox-row")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".filters-set")).ToHaveCountAsync(0);
        await Axe.CheckAsync(page);
    }

    [Fact]
    public async Task The_board_stands_on_the_first_screen_and_the_day_folds_out()
    {
        await new Seed(App).OrderAsync(Customers.NewSender(), Seed.Line("Copper Classic", 1, "grill"));
        var page = await OpenAsync(Role.Front, "/orders", Phone);
        await Assertions.Expect(page.Locator("[data-column=New] .ticket-card").First).ToBeInViewportAsync(new() { Ratio = 0.5f });
        await Assertions.Expect(page.GetByText("Busiest hour")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Today" }).TapAsync();

        await Assertions.Expect(page.GetByText("Busiest hour")).ToBeVisibleAsync();
        await Axe.CheckAsync(page);
    }

    [Fact]
    public async Task What_a_review_is_decided_with_stays_under_the_thumb()
    {
        var item = await new Seed(App).ReviewAsync(
            Customers.NewSender(), string.Join(", ", Enumerable.Repeat("a classic for one of us", 24)), [.. Enumerable.Range(1, 6).Select(_ => new Domain.Understanding.ReadLine("Copper Classic", 1, null, [], "a classic", "name"))]);
        var page = await OpenAsync(Role.Front, $"/review/{item.Id}", Phone);

        // While the words fill the first screen, and however far one has read of the order: nothing lies above the buttons.
        await UnderTheThumbAsync(page);
        await page.Locator(".editor-line").Nth(2).ScrollIntoViewIfNeededAsync();
        await UnderTheThumbAsync(page);
    }

    private static Task UnderTheThumbAsync(IPage page) => Poll.UntilAsync(
        () => page.EvaluateAsync<bool>("""
            () => [...document.querySelectorAll('.editor-foot .button')].length === 4 && [...document.querySelectorAll('.editor-foot .button')].every(button => {
                const at = button.getBoundingClientRect();
                return button.contains(document.elementFromPoint(at.x + at.width / 2, at.bottom - 4));
            })
            """),
        "a finger reaches all four buttons");

    [Theory]
    [InlineData("/")]
    [InlineData("/inbox")]
    [InlineData("/orders")]
    [InlineData("/enquiries")]
    [InlineData("/menu")]
    [InlineData("/schedules?tab=runs")]
    public async Task Nothing_is_wider_than_the_screen_with_all_filters_open(string path)
    {
        var page = await OpenAsync(Role.Owner, path, Phone);
        await page.GetByRole(AriaRole.Button, new() { Name = "Filters" }).TapAsync();
        await Assertions.Expect(page.Locator(".toolbar.unfolded")).ToBeVisibleAsync();

        await Poll.UntilAsync(async () => await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "the page is as wide as the screen");
        var small = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.toolbar :is(button, select, input), .bottombar :is(a, button)')].filter(e => e.offsetHeight > 0 && e.offsetHeight < 44).map(e => `${e.textContent.trim()}: ${e.offsetHeight} px`)");
        small.ShouldBeEmpty();
    }
}
