using System.Text.Json;
using Microsoft.Playwright;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Shell;

/// <summary>
/// What a page costs until it answers to clicks. The weight is a limit here; the time is printed, because on a shared machine it says more about
/// the machine. MEASURE=http://… measures a server that runs already, to which OWNER_EMAIL and OWNER_PASSWORD open the door.
/// </summary>
public sealed class PageWeightTests(TheApp app) : BrowserTest(app)
{
    private const int MostBytes = 700_000;
    private static readonly string? Server = Environment.GetEnvironmentVariable("MEASURE");

    // One is enough for the weight.
    private static readonly int Rounds = Server is null ? 1 : 5;

    // Counted from the moment the address was entered.
    private const string Watch = """
        new MutationObserver((_, self) => {
          if (document.querySelector('[data-interactive]')) { window.__interactive ??= performance.now(); self.disconnect(); }
        }).observe(document, { childList: true, subtree: true, attributes: true });
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/orders")]
    [InlineData("/kitchen")]
    public async Task A_page_is_light(string path)
    {
        var (cold, warm) = (new List<double>(), new List<double>());
        long bytes = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var page = await SignedInAsync();
            await page.AddInitScriptAsync(Watch);
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable");
            await session.SendAsync("Network.clearBrowserCache");
            var loaded = 0L;
            session.Event("Network.loadingFinished").OnEvent += (_, data) => Interlocked.Add(ref loaded, (long)data!.Value.GetProperty("encodedDataLength").GetDouble());
            cold.Add(await OpenAsync(page, path));
            bytes = Math.Max(bytes, loaded);
            warm.Add(await OpenAsync(page, path));
            await page.Context.CloseAsync();
        }

        TestContext.Current.TestOutputHelper?.WriteLine(JsonSerializer.Serialize(new { path, bytes, cold = cold.Order().ElementAt(Rounds / 2), warm = warm.Order().ElementAt(Rounds / 2) }));
        bytes.ShouldBeInRange(50_000, MostBytes);
    }

    private static async Task<double> OpenAsync(IPage page, string path)
    {
        await page.OpenAsync(Target(path));
        return await page.EvaluateAsync<double>("() => window.__interactive");
    }

    private static string Target(string path) => Server + path;

    private async Task<IPage> SignedInAsync()
    {
        if (Server is null)
            return await NewPageAsync(Role.Owner);
        var page = await NewPageAsync(null);
        await page.GotoAsync(Target("/sign-in"));
        await page.GetByLabel("E-mail").FillAsync(Environment.GetEnvironmentVariable("OWNER_EMAIL")!);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Environment.GetEnvironmentVariable("OWNER_PASSWORD")!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }
}
