using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Shared;

namespace Restaurant.Pipeline.Live;

internal static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services, NodeRole role)
    {
        services.AddSingleton<RunBoard>();
        return role.Works ? services.AddHostedService<ClockWatch>() : services;
    }
}
