using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Menu;
using Restaurant.Pipeline.Menu;
using Restaurant.Testing;
using Restaurant.Web.Tests;

[assembly: AssemblyFixture(typeof(TheServer))]

namespace Restaurant.Web.Tests;

/// <summary>The whole program in memory with the sample menu and one person of each role; all tests of the assembly share it.</summary>
public sealed class TheServer : IAsyncLifetime
{
    public const string WebhookSecret = "a shared secret of the channel";
    public const string MetricsToken = "scrape me";
    private readonly DataFolder data = new();
    private readonly WebApplicationFactory<Program> factory;

    public TheServer() => factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseSetting("Restaurant:DataDirectory", data.FullName)
        .UseSetting("SignIn:PerMinute", "10000")
        .UseSetting("Webhook:partner", WebhookSecret)
        .UseSetting("Metrics:Token", MetricsToken));

    public IServiceProvider Services => factory.Services;

    public async ValueTask InitializeAsync()
    {
        await Team.AddAsync(Services);
        await Services.GetRequiredService<SampleMenu>().PutIntoEmptyAsync(default);
        await Services.GetRequiredService<MenuCache>().RefreshAsync(default);

        // Each message alone and at once: a test that is about turns says so.
        var settings = Services.GetRequiredService<ISettings>();
        await settings.SaveAsync(settings.Current with { TurnSeconds = 0 }, "test", default);
    }

    public HttpClient Stranger() => factory.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A program that holds an API key of this role.</summary>
    public async Task<HttpClient> WithKeyAsync(string role)
    {
        var client = Stranger();
        var key = await Services.GetRequiredService<IApiKeys>().CreateAsync($"test {role}", role, null, "test", CancellationToken.None);
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    /// <summary>A program that acts for the person of this role by an access token.</summary>
    public async Task<HttpClient> WithTokenAsync(string role)
    {
        var client = Stranger();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync(Team.Email(role), Team.Password));
        return client;
    }

    public async Task<string> TokenAsync(string email, string password)
    {
        var answer = await Stranger().PostAsJsonAsync("/api/auth/token", new { email, password });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    /// <summary>A browser that somebody of this role has signed in with.</summary>
    public Task<HttpClient> SignedInAsync(string role) => SignedInAsync(Team.Email(role), Team.Password);

    public async Task<HttpClient> SignedInAsync(string email, string password)
    {
        var client = Stranger();
        var answer = await SignInAsync(client, email, password);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        return client;
    }

    public static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string email, string password, string returnUrl = "/") =>
        await client.PostFormAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in",
            ("Input.Email", email), ("Input.Password", password), ("Input.Remember", "true"));

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        data.Dispose();
    }
}
