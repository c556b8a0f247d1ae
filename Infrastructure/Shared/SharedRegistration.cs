using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Shared;

public static class SharedRegistration
{
    public static IServiceCollection AddProcessorLoad(this IServiceCollection services) => services
        .AddSingleton<DependencyWatch>()
        .AddSingleton<IProcessorLoad, ProcessorLoad>();
}
