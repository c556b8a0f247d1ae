using Microsoft.AspNetCore.Components.Server.Circuits;
using Radzen;
using Restaurant.Web.Components.Beats;
using Restaurant.Web.Components.Layout;
using Restaurant.Web.Components.Pages.Orders;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components;

internal static class PagesRegistration
{
    /// <summary>Pages on circuits, and what their shared parts need; one of each a viewer.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            // A browser that is away answers no call. After the default minute an unanswered change of the address ends the whole circuit, with what is
            // typed in it, though the browser may come back; without an end the call goes when its circuit goes.
            circuit.JSInteropDefaultCallTimeout = Timeout.InfiniteTimeSpan;
        });
        services.AddOptions<PagesSettings>().BindConfiguration("Pages").ValidateDataAnnotations().ValidateOnStart();
        services.AddRadzenComponents();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        return services
            .AddSingleton<Pulse>()
            .AddSingleton<NavReadings>()
            .AddSingleton<OpenPages>()
            .AddScoped<Onlooker>()
            .AddScoped<CircuitHandler>(page => page.GetRequiredService<Onlooker>())
            .AddScoped<Appearance>()
            .AddScoped<LeftRevisions>()
            .AddScoped<NavCounts>()
            .AddScoped<Notify>()
            .AddScoped<Patience>()
            .AddScoped<Shown>()
            .AddScoped<UndoOffers>()
            .AddScoped<UrlState>()
            .AddScoped<Viewer>();
    }

    // Our own header says who may frame a page: nobody. The framework's would say it a second time, otherwise.
    public static void MapPages(this IEndpointRouteBuilder routes) => routes.MapRazorComponents<App>()
        .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
}
