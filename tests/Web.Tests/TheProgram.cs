using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restaurant.Testing;

namespace Restaurant.Web.Tests;

/// <summary>The whole program in process on a database of its own, with one person of each role.</summary>
public sealed class TheProgram : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("restaurant-web-");
    private readonly TestDatabase database;
    private readonly WebApplicationFactory<Program> factory;

    private TheProgram(TestDatabase database, ILoggerProvider? log, (string Key, string Value)[] settings)
    {
        this.database = database;
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:Restaurant", database.ConnectionString)
                .UseSetting("Restaurant:DataDirectory", data.FullName)
                .UseSetting("SignIn:PerMinute", "10000")
                .UseSetting("Logging:LogLevel:Default", "Warning")
                .UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Routing", "Error");
            foreach (var (key, value) in settings)
                host.UseSetting(key, value);
            if (log is not null)
                host.ConfigureTestServices(services => KeepEverything(services, log));
        });
    }

    public IServiceProvider Services => factory.Services;

    public static Task<TheProgram> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] settings) =>
        StartAsync(kind, null, settings);

    /// <param name="log">Instead of the console, and from the lowest level on.</param>
    public static async Task<TheProgram> StartAsync(DatabaseKind kind, ILoggerProvider? log, params (string Key, string Value)[] settings)
    {
        var program = new TheProgram(await TestDatabase.CreateAsync(kind), log, settings);
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

    private static void KeepEverything(IServiceCollection services, ILoggerProvider log)
    {
        foreach (var console in services.Where(service => service.ImplementationType?.Name == "ConsoleLoggerProvider").ToList())
            services.Remove(console);
        services.AddSingleton(log).Configure<LoggerFilterOptions>(filters =>
        {
            filters.MinLevel = LogLevel.Trace;
            filters.Rules.Clear();
        });
    }
}
