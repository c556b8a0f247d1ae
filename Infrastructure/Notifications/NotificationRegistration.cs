using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Http;

namespace Restaurant.Infrastructure.Notifications;

public static class NotificationRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOutboundHttp();
        services.TryAddSingleton(DiscordPace.Default);
        services.AddSingleton<DiscordRoom>();
        services.AddSingleton<JobWebhook>();
        services.AddSingleton<RoomKnock>();
        services.AddSingleton<IRoomSender, RoomSenders>();
        services.TryAddSingleton<SilentRooms>();
        services.AddSingleton<IOutbox, OutboxStore>();
        services.AddSingleton<IOutboxLog, OutboxLog>();
        services.AddSingleton<ISettledNotices, SettledNotices>();
        return services.AddHostedService<RoomAddressCheck>();
    }
}
