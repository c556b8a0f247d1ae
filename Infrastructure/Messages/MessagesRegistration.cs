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
        var writers = DatabaseRegistration.IsPostgres(DatabaseRegistration.ConnectionString(configuration)) ? Inbox.Writers : 1;
        return services
            .AddSingleton<MessageCounts>()
            .AddSingleton<WaitingMessages>()
            .AddSingleton<InboxRoom>()
            .AddSingleton(new WaitingDeliveries(writers))
            .AddSingleton(_ => new DoorThreads(writers))
            .AddSingleton<Lane>()
            .AddSingleton<InboxRows>()
            .AddSingleton<IInbox, Inbox>()
            .AddSingleton<IMessageQueue, MessageQueue>()
            .AddSingleton<IRegister, Register>()
            .AddSingleton<IMessageMoves, MessageMoves>()
            .AddSingleton<IMessageLog, MessageLog>();
    }
}
