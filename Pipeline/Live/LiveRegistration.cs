using Microsoft.Extensions.DependencyInjection;

namespace Restaurant.Pipeline.Live;

internal static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services) => services.AddSingleton<RunBoard>();
}
