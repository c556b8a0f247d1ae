using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Filing;

namespace Restaurant.Infrastructure.Filing;

public static class FilingRegistration
{
    public static IServiceCollection AddFiling(this IServiceCollection services) => services
        .AddSingleton<IFiledMessages, FiledMessageStore>()
        .AddSingleton<MutedSenders>()
        .AddSingleton<IMutedSenders>(provider => provider.GetRequiredService<MutedSenders>())
        .AddHostedService(provider => provider.GetRequiredService<MutedSenders>());
}
