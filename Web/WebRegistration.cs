using System.Text.Json.Serialization;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure;
using Restaurant.Pipeline;
using Restaurant.Pipeline.Jobs;
using Restaurant.Web.Api;
using Restaurant.Web.Components;
using Restaurant.Web.Health;
using Restaurant.Web.Hubs;
using Restaurant.Web.Security;
using Restaurant.Web.Telemetry;

namespace Restaurant.Web;

internal static class WebRegistration
{
    /// <summary>Everything the web server needs, one line a part.</summary>
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        var role = NodeRole.Of(builder.Configuration[NodeRole.Setting]);

        // Where it runs from the build's folder, the packages' styles and scripts come from their own folders; published, this does nothing.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;

            // Who sends slower than this wants to hold the line, not to say something. For bodies, Kestrel's own 240 bytes a second holds.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddPipeline(builder.Configuration, role);
        if (role.Works)
            builder.Services.AddJobWorker(builder.Configuration);
        builder.Services.AddSecurity(builder.Configuration);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
            json.SerializerOptions.AllowDuplicateProperties = false;
        });
        builder.Services.AddProblems();
        builder.Services.AddValidation();
        builder.Services.AddApiDescription();
        builder.Services.AddPages();

        // Our published files are compressed beforehand; this is for the build's folder and for the packages' files under their fingerprints. Nothing with a secret in it: styles, scripts, pictures.
        builder.Services.AddResponseCompression(compression =>
            (compression.EnableForHttps, compression.MimeTypes) = (true, ["text/css", "text/javascript", "application/javascript", "image/svg+xml"]));
        builder.Services.AddLiveHub(role);
        builder.Services.AddReadiness();
        builder.AddTelemetry();
    }

    public static void UseWeb(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<NodeRole>().Serves)
        {
            app.UseWorker();
            return;
        }

        app.UseRequestSpans();
        app.UseSecurityHeaders();
        app.UseRequestRules();
        app.UseResponseCompression();
        app.UseErrors();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapOpenApi().RequireAuthorization(Policies.Look);
        app.MapApi();
        app.MapLiveHub();
        app.MapHealth();
        app.MapMetrics();
        app.MapPages();
    }

    /// <summary>A worker shows no page and takes nothing in; it tells how it is.</summary>
    private static void UseWorker(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapMetrics();
    }
}
