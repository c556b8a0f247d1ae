using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

public static class MessagesRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<InboxSettings>().Bind(configuration.GetSection("Inbox")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<WaitingMessages>()
            .AddSingleton<InboxRoom>()
            .AddSingleton(new WaitingDeliveries(DatabaseRegistration.IsPostgres(DatabaseRegistration.ConnectionString(configuration)) ? Inbox.Writers : 1))
            .AddSingleton<Lane>()
            .AddSingleton<InboxRows>()
            .AddSingleton<IInbox, Inbox>()
            .AddSingleton<IMessageQueue, MessageQueue>()
            .AddSingleton<IRegister, Register>()
            .AddSingleton<IMessageMoves, MessageMoves>()
            .AddSingleton<IMessageLog, MessageLog>();
    }
}
