using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;
using Restaurant.Pipeline.Jobs;

namespace Restaurant.Pipeline.Outbox;

public static class OutboxRegistration
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, NodeRole role)
    {
        services.TryAddSingleton<Heartbeats>();
        services.TryAddSingleton(OutboxPace.Default);
        services.AddSingleton<RoomDelivery>();
        services.AddJob<OutboxSweep>();
        return role.Works ? services.AddHostedService<OutboxPump>() : services;
    }
}
