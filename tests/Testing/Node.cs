using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Settings;
using Restaurant.Infrastructure;
using Restaurant.Infrastructure.Database;
using Restaurant.Pipeline;
using Restaurant.Pipeline.Messages;

namespace Restaurant.Testing;

/// <summary>The whole product without its web part, on a test database. Several nodes may share one.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly IHost host;

    private Node(IHost host) => this.host = host;

    public static Node On(TestDatabase database, Action<IServiceCollection>? more = null, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddConfiguration(database.Configuration(settings));
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddPipeline(builder.Configuration);
        builder.Services.AddSingleton(new PumpSettings
        {
            SafetyPace = TimeSpan.FromMilliseconds(200),
            Backoff = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20)],
        });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        more?.Invoke(builder.Services);
        return new(builder.Build());
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public RestaurantDb Open() => Get<IDbContextFactory<RestaurantDb>>().CreateDbContext();

    /// <summary>Starts the background work, the pump included.</summary>
    public Task StartAsync() => host.StartAsync();

    public async Task PutOnMenuAsync(params (string Name, long PriceMinor)[] items)
    {
        foreach (var (name, price) in items)
            await Get<IMenuStore>().ChangeAsync(new SaveItem(new() { Name = name, PriceMinor = price }, "Food", null), "test", null, default);
    }

    public Task ReadEachAloneAsync() => SaveAsync(settings => settings with { TurnSeconds = 0 });

    public Task SaveAsync(Func<RestaurantSettings, RestaurantSettings> change)
    {
        var settings = Get<ISettings>();
        return settings.SaveAsync(change(settings.Current), "test", default);
    }

    public async Task<long> ReceiveAsync(string text, string sender = "ann", string? id = null)
    {
        var message = new NewMessage("web", id ?? $"{Guid.NewGuid():N}", sender, text, TimeProvider.System.GetUtcNow());
        return (await Get<IInbox>().AddAsync([message], default))[0].Number;
    }

    /// <summary>Waits until nothing waits any more.</summary>
    public Task SettledAsync() => Poll.UntilAsync(async () => await Get<IMessageQueue>().BacklogAsync(1, default) == 0, "every message is done");

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
