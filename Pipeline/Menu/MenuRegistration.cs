using Microsoft.Extensions.DependencyInjection;

namespace Restaurant.Pipeline.Menu;

public static class MenuRegistration
{
    public static IServiceCollection AddMenuCache(this IServiceCollection services) => services
        .AddSingleton<MenuCache>()
        .AddHostedService(provider => provider.GetRequiredService<MenuCache>());
}
