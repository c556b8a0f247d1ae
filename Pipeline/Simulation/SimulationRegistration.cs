using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Restaurant.Pipeline.Simulation;

public static class SimulationRegistration
{
    public static IServiceCollection AddSimulator(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SimulationSettings>().Bind(configuration.GetSection("Simulation")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(Random.Shared);
        return services.AddHostedService<SimulationPlayer>();
    }
}
