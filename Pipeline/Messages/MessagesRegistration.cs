using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;

namespace Restaurant.Pipeline.Messages;

public static class MessagesRegistration
{
    public static IServiceCollection AddMessagePump(this IServiceCollection services, NodeRole role)
    {
        services.TryAddSingleton<PumpSettings>();
        services.TryAddSingleton<Heartbeats>();
        services
            .AddSingleton<MessageFlow>()
            .AddSingleton<BatchWork>()
            .AddSingleton<Outcomes>()
            .AddSingleton<Replay>()
            .AddHostedService<WarmUp>()
            .AddSingleton<MessagePump>();
        return role.Works ? services.AddHostedService(provider => provider.GetRequiredService<MessagePump>()) : services;
    }
}
