using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Restaurant.Testing;

namespace Restaurant.Web.Tests;

/// <summary>The whole program in process on a database of its own, with one person of each role.</summary>
public sealed class TheProgram : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("restaurant-web-");
    private readonly TestDatabase database;
    private readonly WebApplicationFactory<Program> factory;

    private TheProgram(TestDatabase database, (string Key, string Value)[] settings)
    {
        this.database = database;
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in settings)
                host.UseSetting(key, value);
            host.UseSetting("ConnectionStrings:Restaurant", database.ConnectionString)
                .UseSetting("Restaurant:DataDirectory", data.FullName)
                .UseSetting("SignIn:PerMinute", "10000")
                .UseSetting("Logging:LogLevel:Default", "Warning")
                .UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Routing", "Error");
        });
    }

    public IServiceProvider Services => factory.Services;

    public static async Task<TheProgram> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] settings)
    {
        var program = new TheProgram(await TestDatabase.CreateAsync(kind), settings);
        await Team.AddAsync(program.Services);
        return program;
    }

    public HttpClient Stranger() => factory.CreateClient(new() { AllowAutoRedirect = false });

    public async Task<HttpClient> AsAsync(string role)
    {
        var client = factory.CreateClient();
        var answer = await client.PostAsJsonAsync("/api/auth/token", new { email = Team.Email(role), password = Team.Password });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await database.DisposeAsync();
        data.Delete(recursive: true);
    }
}
