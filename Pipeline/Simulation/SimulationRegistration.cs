using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Shared;

namespace Restaurant.Pipeline.Simulation;

public static class SimulationRegistration
{
    public static IServiceCollection AddSimulator(this IServiceCollection services, IConfiguration configuration, NodeRole role)
    {
        services.AddOptions<SimulationSettings>().Bind(configuration.GetSection("Simulation")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(Random.Shared);
        return role.Works ? services.AddHostedService<SimulationPlayer>() : services;
    }
}
