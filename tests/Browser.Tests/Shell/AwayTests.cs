using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Shell;

/// <summary>People type, and their line is away before the server has answered.</summary>
public sealed class AwayTests(TheApp app) : BrowserTest(app)
{
    private const string Find = "Number, customer or words";

    // Longer than an unanswered call may last here where it has an end at all, and than the search waits for more letters.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_line_that_is_silent_while_somebody_searches_costs_them_nothing_but_the_wait()
    {
        await using var relay = Relay.To(new Uri(App.Address).Port);
        var page = await OpenAsync(Role.Front, $"http://127.0.0.1:{relay.Port}/orders");

        relay.Silent = true;
        await page.GetByPlaceholder(Find).FillAsync("nobody");
        await Task.Delay(Silence, TestContext.Current.CancellationToken);
        relay.Silent = false;

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=nobody$"));
        await page.GetByPlaceholder(Find).FillAsync("somebody");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=somebody$"));
        await page.CloseAsync();
    }
}
