using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Live;

namespace Restaurant.Pipeline.Messages;

public static class MessagesRegistration
{
    public static IServiceCollection AddMessagePump(this IServiceCollection services)
    {
        services.TryAddSingleton<PumpSettings>();
        services.TryAddSingleton<Heartbeats>();
        return services
            .AddSingleton<MessageFlow>()
            .AddSingleton<BatchWork>()
            .AddSingleton<Outcomes>()
            .AddSingleton<Replay>()
            .AddHostedService<WarmUp>()
            .AddSingleton<MessagePump>()
            .AddHostedService(provider => provider.GetRequiredService<MessagePump>());
    }
}
