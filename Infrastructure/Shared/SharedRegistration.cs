using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Shared;

public static class SharedRegistration
{
    public static IServiceCollection AddProcessorLoad(this IServiceCollection services) => services
        .AddSingleton<IProcessorLoad, ProcessorLoad>();
}
