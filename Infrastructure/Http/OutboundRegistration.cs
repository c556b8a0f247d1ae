using Microsoft.Extensions.DependencyInjection;

namespace Restaurant.Infrastructure.Http;

public static class OutboundRegistration
{
    public static IServiceCollection AddOutboundHttp(this IServiceCollection services) => services
        .AddSingleton<OutboundRules>()
        .AddSingleton(provider => new OutboundHttp(provider.GetRequiredService<OutboundRules>()));
}
