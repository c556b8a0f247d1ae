using Microsoft.Playwright;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Shell;

public sealed class ReloadTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task A_page_that_the_server_does_not_know_any_more_is_loaded_anew_once_the_server_answers()
    {
        Expect("ERR_FAILED");
        Expect("Failed to load resource");
        var page = await OpenAsync(Role.Owner, "/menu");
        var asked = 0;
        var isUp = false;
        await page.RouteAsync("**/health/live", route => Interlocked.Increment(ref asked) > 0 && Volatile.Read(ref isUp) ? route.ContinueAsync() : route.AbortAsync());
        await page.EvaluateAsync("document.documentElement.dataset.old = 'yes'");

        // The words of a server that is stopping.
        await page.EvaluateAsync("document.getElementById('components-reconnect-modal').classList.add('components-reconnect-rejected')");
        await Poll.UntilAsync(() => Volatile.Read(ref asked) >= 2, "the page has asked twice whether the server answers");
        (await page.EvaluateAsync<string?>("document.documentElement.dataset.old")).ShouldBe("yes");

        Volatile.Write(ref isUp, true);
        await page.WaitForSelectorAsync("html:not([data-old]) [data-interactive]", new() { State = WaitForSelectorState.Attached });
    }
}
