using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Filing;

namespace Restaurant.Infrastructure.Filing;

public static class FilingRegistration
{
    public static IServiceCollection AddMutedSenders(this IServiceCollection services) => services
        .AddSingleton<MutedSenders>()
        .AddSingleton<IMutedSenders>(provider => provider.GetRequiredService<MutedSenders>())
        .AddHostedService(provider => provider.GetRequiredService<MutedSenders>());
}
