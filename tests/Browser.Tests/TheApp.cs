using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Restaurant.Browser.Tests;
using Restaurant.Browser.Tests.Schedules;
using Restaurant.Pipeline.Jobs;
using Restaurant.Testing;

[assembly: AssemblyFixture(typeof(TheApp))]

namespace Restaurant.Browser.Tests;

/// <summary>The whole program on a port of 127.0.0.1 with an empty database, one person of each role, and one Chromium. All tests share it.</summary>
public sealed class TheApp : IAsyncLifetime
{
    private readonly DataFolder data = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<string, string> signedIn = [];
    private WebApplicationFactory<Program> factory = new();
    private IPlaywright? playwright;
    private IBrowser? chromium;

    public string Address { get; private set; } = "";

    /// <summary>The running program's own services, to seed and to look behind the page.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>What ended a circuit.</summary>
    public CircuitFaults Faults { get; } = new();

    /// <summary>Stands in for Discord.</summary>
    public RoomServer Rooms { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Rooms = await RoomServer.StartAsync();
        factory = factory.WithWebHostBuilder(host => host
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("Restaurant:DataDirectory", data.FullName)
            .UseSetting("Outbound:Allow", Rooms.Allow)
            .UseSetting("SignIn:PerMinute", "10000")
            .UseSetting("Telemetry:TraceLink", "https://traces.example.com/trace/{id}")
            .ConfigureTestServices(services => services.AddSingleton<Baton>().AddJob<PackBoxes>().AddJob<Moody>().AddSingleton<ILoggerProvider>(Faults)
                .PostConfigure<CircuitOptions>(LetUnansweredCallsEnd)));
        factory.UseKestrel(0);
        factory.StartServer();
        Address = factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');
        await Team.AddAsync(Services);

        // What appears, appears at once; a busy machine alone needs this long.
        Assertions.SetDefaultExpectTimeout(45_000);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            ChromiumSandbox = false,

            // No page may reach for the internet: whatever is not this machine does not resolve.
            Args = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-background-networking"],
        });
    }

    /// <param name="role">Null: a stranger.</param>
    public async Task<IBrowserContext> NewContextAsync(string? role, BrowserNewContextOptions? options = null)
    {
        options ??= new() { ViewportSize = new() { Width = 1440, Height = 900 } };
        options.BaseURL = Address;
        if (role is not null)
            options.StorageState = await StateOfAsync(role);
        var context = await chromium!.NewContextAsync(options);
        context.SetDefaultTimeout(45_000);
        return context;
    }

    // A call to the browser that ends some day without an answer ends soon here, so that what comes of it is seen.
    private static void LetUnansweredCallsEnd(CircuitOptions circuit)
    {
        if (circuit.JSInteropDefaultCallTimeout != Timeout.InfiniteTimeSpan)
            circuit.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(1);
    }

    private async Task<string> StateOfAsync(string role)
    {
        await gate.WaitAsync();
        try
        {
            if (signedIn.TryGetValue(role, out var known))
                return known;
            await using var context = await chromium!.NewContextAsync(new() { BaseURL = Address });
            var page = await context.NewPageAsync();
            await page.GotoAsync("/sign-in");
            await page.GetByLabel("E-mail").FillAsync(Team.Email(role));
            await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Team.Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
            return signedIn[role] = await context.StorageStateAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
        await factory.DisposeAsync();
        await Rooms.DisposeAsync();
        gate.Dispose();
        data.Dispose();
        Faults.Take().ShouldBeEmpty();
    }
}
