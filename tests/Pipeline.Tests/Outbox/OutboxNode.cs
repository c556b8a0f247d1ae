using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Restaurant.Domain.Live;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Notifications;
using Restaurant.Infrastructure.Settings;
using Restaurant.Pipeline.Outbox;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Outbox;

/// <summary>A running node with the real store, sender and pump.</summary>
internal sealed class OutboxNode(ServiceProvider services, IReadOnlyList<IHostedService> running) : IAsyncDisposable
{
    public IOutboxLog Log => services.GetRequiredService<IOutboxLog>();

    public ISettings Settings => services.GetRequiredService<ISettings>();

    public static async Task<OutboxNode> StartAsync(
        TestDatabase database, RoomServer server, TimeProvider clock, DiscordPace? pace = null, bool configured = true)
    {
        (string, string)[] addresses = configured
            ? [.. Enum.GetValues<Room>().Select(room => (RoomSecrets.AddressOf(room), server.Address(room.ToString().ToLowerInvariant())))]
            : [];
        var services = database.Services(more => more
            .AddSingleton(database.Configuration([("Outbound:Allow", server.Allow), .. addresses]))
            .AddSingleton(clock)
            .AddSingleton(pace ?? new DiscordPace(TimeSpan.FromHours(1), TimeSpan.FromMilliseconds(1)))
            .AddSingleton(OutboxPace.Default with { Lease = TimeSpan.FromHours(1) }) // the clock runs faster than the machine
            .AddSettings().AddNotifications().AddOutbox(NodeRole.All));
        var running = services.GetServices<IHostedService>().ToList();
        foreach (var part in running)
            await part.StartAsync(CancellationToken.None);
        return new(services, running);
    }

    public async Task WriteAsync(params OutboxMessage[] rows)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        context.Outbox.AddRange(rows);
        await context.SaveChangesAsync();
        Wake();
    }

    public void Wake() => services.GetRequiredService<ChangeFeed>().Publish(Topic.Outbox);

    public Task<OutboxFigures> FiguresAsync() => Log.FiguresAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var part in running.Reverse())
            await part.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }
}
