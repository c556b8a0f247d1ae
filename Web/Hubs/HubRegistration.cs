namespace Restaurant.Web.Hubs;

internal static class HubRegistration
{
    public static IServiceCollection AddLiveHub(this IServiceCollection services)
    {
        services.AddSignalR();
        return services.AddSingleton<LiveWindow>().AddSingleton<LiveBroadcast>().AddHostedService<LiveTail>();
    }

    public static void MapLiveHub(this IEndpointRouteBuilder routes) => routes.MapHub<LiveHub>(LiveHub.Path);
}
