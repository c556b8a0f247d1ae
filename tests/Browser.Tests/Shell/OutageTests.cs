using Microsoft.Playwright;
using Npgsql;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Shell;

/// <summary>The database goes away under open pages: they keep what they show, say so, and go on by themselves.</summary>
public sealed class OutageTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task Open_pages_outlive_a_database_that_goes_away()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var line = Relay.To(new NpgsqlConnectionStringBuilder(database.ConnectionString).Port);
        var relayed = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = line.Port, Timeout = 3, CommandTimeout = 5 };
        await using var program = await OwnApp.StartWithTeamAsync(("ConnectionStrings:Restaurant", relayed.ToString()), ("Logging:LogLevel:Default", "None"));
        var live = await NewPageAsync(null);
        await program.SignInAsync(live, Role.Owner);
        await live.OpenAsync(program.Address);
        var kitchen = await live.Context.NewPageAsync();
        await kitchen.OpenAsync($"{program.Address}/kitchen");
        var review = await live.Context.NewPageAsync();
        await review.OpenAsync($"{program.Address}/schedules");
        await Assertions.Expect(review.GetByText("Yesterday and tomorrow")).ToBeVisibleAsync();
        IPage[] pages = [live, kitchen, review];

        await line.CutAsync();

        foreach (var page in pages)
            await Assertions.Expect(page.Locator(".outage")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(live.Locator(".live-tiles")).ToBeVisibleAsync();
        await Assertions.Expect(review.GetByText("Yesterday and tomorrow")).ToBeVisibleAsync();
        await ShowAsync(live, "outage-live");

        // What was not read yet cannot be shown, and comes by itself later.
        await live.GetByRole(AriaRole.Link, new() { Name = "Orders", Exact = true }).First.ClickAsync();
        await Assertions.Expect(live.GetByRole(AriaRole.Heading, new() { Name = "The database does not answer" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await ShowAsync(live, "outage-orders");

        line.Open();

        foreach (var page in pages)
            await Assertions.Expect(page.Locator(".outage")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Assertions.Expect(live.GetByRole(AriaRole.Heading, new() { Name = "Orders", Exact = true })).ToBeVisibleAsync();
        await live.Context.CloseAsync();
    }

    private static async Task ShowAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}
