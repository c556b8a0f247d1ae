using Microsoft.Extensions.DependencyInjection;
using Restaurant.Pipeline.Jobs;

namespace Restaurant.Pipeline.Menu;

public static class MenuRegistration
{
    public static IServiceCollection AddMenuCache(this IServiceCollection services) => services
        .AddSingleton<MenuCache>()
        .AddHostedService(provider => provider.GetRequiredService<MenuCache>())
        .AddJob<CacheWarmUp>();
}
