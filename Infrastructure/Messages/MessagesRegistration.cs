using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Messages;

namespace Restaurant.Infrastructure.Messages;

public static class MessagesRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<InboxSettings>().Bind(configuration.GetSection("Inbox")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<WaitingMessages>()
            .AddSingleton<InboxRoom>()
            .AddSingleton<Lane>()
            .AddSingleton<InboxRows>()
            .AddSingleton<IInbox, Inbox>()
            .AddSingleton<IMessageQueue, MessageQueue>()
            .AddSingleton<IRegister, Register>()
            .AddSingleton<IMessageMoves, MessageMoves>()
            .AddSingleton<IMessageLog, MessageLog>();
    }
}
