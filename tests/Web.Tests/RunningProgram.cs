using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;
using Restaurant.Testing;

namespace Restaurant.Web.Tests;

/// <summary>The whole program on a port of 127.0.0.1, with a database of its own.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplicationFactory<Program> factory;
    private readonly bool owns;

    private RunningProgram(TestDatabase database, WebApplicationFactory<Program> factory, bool owns) =>
        (this.database, this.factory, this.owns) = (database, factory, owns);

    public string Address => factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');

    public IServiceProvider Services => factory.Services;

    public static async Task<RunningProgram> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] settings)
    {
        var database = await TestDatabase.CreateAsync(kind);
        return Start(database, settings, owns: true);
    }

    /// <summary>On a database that the caller keeps.</summary>
    public static RunningProgram On(TestDatabase database) => Start(database, [], owns: false);

    /// <summary>Another node on the same database.</summary>
    public RunningProgram Beside(params (string Key, string Value)[] settings) => Start(database, settings, owns: false);

    /// <summary>Another node, which hears nothing of what others change.</summary>
    public RunningProgram DeafBeside(params (string Key, string Value)[] settings) => Start(database, settings, owns: false, services =>
    {
        foreach (var carrier in services.Where(part => part.ImplementationType?.Name.EndsWith("Signals", StringComparison.Ordinal) == true).ToList())
            services.Remove(carrier);
    });

    public async Task<string> KeyAsync(string role) =>
        await Services.GetRequiredService<IApiKeys>().CreateAsync($"{role} key", role, null, "test", CancellationToken.None);

    public async Task<HttpClient> ClientAsync(string? role)
    {
        var client = new HttpClient { BaseAddress = new(Address) };
        if (role is not null)
            client.DefaultRequestHeaders.Add("X-Api-Key", await KeyAsync(role));
        return client;
    }

    public async Task<List<long>> WriteEventsAsync(Topic topic, params string[] sentences)
    {
        await using var context = await Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        var sequences = new List<long>();
        foreach (var sentence in sentences)
        {
            var written = context.Events.Add(new(0, topic, "1", sentence, TimeProvider.System.GetUtcNow()));
            await context.SaveChangesAsync();
            sequences.Add(written.Property(live => live.Sequence).CurrentValue);
        }

        Services.GetRequiredService<ChangeFeed>().Publish(topic);
        return sequences;
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        if (owns)
            await database.DisposeAsync();
    }

    private static RunningProgram Start(TestDatabase database, (string Key, string Value)[] settings, bool owns, Action<IServiceCollection>? change = null)
    {
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("ConnectionStrings:Restaurant", database.ConnectionString);
            foreach (var (key, value) in settings)
                host.UseSetting(key, value);
            host.ConfigureTestServices(services => change?.Invoke(services));
        });
        factory.UseKestrel(0);
        factory.StartServer();
        return new(database, factory, owns);
    }
}
