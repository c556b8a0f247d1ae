using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Live;

public static class LiveEventRegistration
{
    /// <summary>Events for listeners, and signals between nodes: by Redis where one is configured, and by PostgreSQL where it is not or is away; an embedded database has one node.</summary>
    public static IServiceCollection AddLiveEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ILiveEvents, LiveEvents>().AddSingleton<SignalState>().AddHostedService<LiveTrim>();
        if (configuration.GetConnectionString("Redis") is { Length: > 0 })
            services.AddHostedService<RedisSignals>();
        return DatabaseRegistration.IsPostgres(configuration.GetConnectionString("Restaurant"))
            ? services.AddHostedService<PostgresSignals>()
            : services;
    }
}
