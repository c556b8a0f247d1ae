using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests;

/// <summary>A program of a test's own, for what would disturb the others: an empty start, a stop, a strange name on every page.</summary>
public sealed class OwnApp : IAsyncDisposable
{
    private readonly DataFolder data = new();
    private WebApplicationFactory<Program>? factory;
    private readonly int port = FreePort.Lasting();
    private (string Key, string Value)[] settings = [];

    public string Address => $"http://127.0.0.1:{port}";

    public IServiceProvider Services => factory!.Services;

    public static OwnApp Start(params (string Key, string Value)[] settings)
    {
        var app = new OwnApp { settings = settings };
        app.StartAgain();
        return app;
    }

    public static async Task<OwnApp> StartWithTeamAsync(params (string Key, string Value)[] settings)
    {
        var app = Start(settings);
        await Team.AddAsync(app.Services);
        return app;
    }

    /// <summary>On the same address and the same data as before.</summary>
    public void StartAgain()
    {
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", $"http://127.0.0.1:{port}")
                .UseSetting("Restaurant:DataDirectory", data.FullName)
                .UseSetting("SignIn:PerMinute", "10000")
                .UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var (key, value) in settings)
                host.UseSetting(key, value);
        });
        factory.UseKestrel(port);
        factory.StartServer();
    }

    public async Task StopAsync()
    {
        await factory!.DisposeAsync();
        factory = null;
    }

    public async Task SignInAsync(IPage page, string role)
    {
        await page.GotoAsync($"{Address}/sign-in");
        await page.GetByLabel("E-mail").FillAsync(Team.Email(role));
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Team.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
            await factory.DisposeAsync();
        data.Dispose();
    }
}
