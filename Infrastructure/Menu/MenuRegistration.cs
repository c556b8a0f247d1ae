using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Menu;

namespace Restaurant.Infrastructure.Menu;

public static class MenuRegistration
{
    public static IServiceCollection AddMenuStore(this IServiceCollection services) => services
        .AddSingleton<IMenuStore, MenuStore>()
        .AddSingleton<SampleMenu>();
}
