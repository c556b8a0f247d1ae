using Microsoft.Playwright;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Security;

/// <summary>Customers and people write markup into every field that takes text; every page shows it as what it is, and nothing of it runs.</summary>
public sealed class InjectionTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task What_anybody_writes_is_shown_as_text_on_every_page()
    {
        await using var program = await OwnApp.StartWithTeamAsync();
        var shown = await new Markup(program.Services).WriteEverywhereAsync();
        var page = await SignedInAsync(program);

        var places = Routes.Interactive.Select(route => (Path: route, Shows: false)).Concat(shown.Select(path => (Path: path, Shows: true)));
        foreach (var (path, shows) in places)
        {
            await page.OpenAsync(program.Address + path);
            await page.WaitForSelectorAsync("h1", new() { State = WaitForSelectorState.Attached });
            if (shows)
                await Assertions.Expect(page.Locator("body")).ToContainTextAsync(Markup.Tag);
            await HarmlessAsync(page);
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task What_stands_in_an_address_neither_runs_nor_breaks_a_page()
    {
        await using var program = await OwnApp.StartWithTeamAsync();
        var page = await SignedInAsync(program);
        var junk = Uri.EscapeDataString(Markup.Long);
        string[] names = ["q", "search", "tab", "station", "look", "day", "item", "message", "show", "channel", "subject", "open", "page", "status", "room", "number", "enquiry", "filed"];

        foreach (var route in Routes.Interactive)
        {
            await page.OpenAsync($"{program.Address}{route}?{string.Join('&', names.Select(name => $"{name}={junk}"))}");
            await page.WaitForSelectorAsync("h1", new() { State = WaitForSelectorState.Attached });
            await HarmlessAsync(page);
            (await page.Locator("body").InnerTextAsync()).ShouldNotContain("went wrong", customMessage: route);
        }

        await page.CloseAsync();
    }

    [Theory]
    [InlineData("javascript:window.__hit=1")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/%5celsewhere")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\t/elsewhere.example")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        Expect("404"); // a page of ours that is not there
        var page = await NewPageAsync(null);
        await page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await page.GetByLabel("E-mail").FillAsync(Restaurant.Testing.Team.Email(Role.Front));
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Restaurant.Testing.Team.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));

        page.Url.ShouldStartWith(App.Address);
        await HarmlessAsync(page);
    }

    private async Task<IPage> SignedInAsync(OwnApp program)
    {
        var page = await NewPageAsync(null);
        await program.SignInAsync(page, Role.Owner);
        return page;
    }

    /// <summary>Nothing ran, nothing became an element, and no link runs anything.</summary>
    private static async Task HarmlessAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[]>("""
            () => [
              ...(window.__hit ? ['something ran'] : []),
              ...[...document.querySelectorAll('[data-hit], script:not([src]), iframe, object, embed')].map(element => element.outerHTML.slice(0, 200)),
              ...[...document.querySelectorAll('[href], [src], [action]')].map(element => element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action'))
                .filter(address => /^\s*(javascript|data:text)/i.test(address)),
              ...[...document.querySelectorAll('*')].filter(element => [...element.attributes].some(attribute => attribute.name.startsWith('on'))).map(element => element.outerHTML.slice(0, 200)),
            ]
            """);
        found.ShouldBeEmpty(page.Url);
    }
}
