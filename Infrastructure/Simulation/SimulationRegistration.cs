using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Simulation;

namespace Restaurant.Infrastructure.Simulation;

public static class SimulationRegistration
{
    public static IServiceCollection AddSimulations(this IServiceCollection services) => services
        .AddSingleton<ISimulations, SimulationStore>()
        .AddSingleton<IDatasets, DatasetStore>()
        .AddSingleton<SampleDatasets>();
}
