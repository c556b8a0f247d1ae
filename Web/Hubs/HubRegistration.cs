using Restaurant.Domain.Shared;

namespace Restaurant.Web.Hubs;

internal static class HubRegistration
{
    public static IServiceCollection AddLiveHub(this IServiceCollection services, NodeRole role)
    {
        services.AddSignalR();
        services.AddSingleton<LiveWindow>().AddSingleton<LiveBroadcast>();
        return role.Serves ? services.AddHostedService<LiveTail>() : services;
    }

    public static void MapLiveHub(this IEndpointRouteBuilder routes) => routes.MapHub<LiveHub>(LiveHub.Path);
}
