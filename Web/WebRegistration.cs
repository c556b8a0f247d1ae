using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Restaurant.Infrastructure;
using Restaurant.Pipeline;
using Restaurant.Web.Api;
using Restaurant.Web.Components;
using Restaurant.Web.Security;

namespace Restaurant.Web;

internal static class WebRegistration
{
    /// <summary>Everything the web server needs, one line a part.</summary>
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddPipeline(builder.Configuration);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddProblemDetails();
        builder.Services.AddValidation();
        builder.Services.AddOpenApi();
        builder.Services.AddPages();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddAuthorizationBuilder().AddPolicies();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapOpenApi();
        app.MapApi();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
