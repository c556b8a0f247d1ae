using Microsoft.Extensions.DependencyInjection;

namespace Restaurant.Infrastructure.Shared;

public static class SharedRegistration
{
    public static IServiceCollection AddDependencyWatch(this IServiceCollection services) => services
        .AddSingleton<DependencyWatch>();
}
