using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Web.Security;

namespace Restaurant.Web.Telemetry;

/// <summary>For Prometheus. Closed to strangers: a role, or the bearer token of Metrics:Token, which a scraper can hold without being a person.</summary>
internal static class MetricsEndpoint
{
    private const string TextFormat = "text/plain; version=0.0.4; charset=utf-8";

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", ReadAsync).ExcludeFromDescription().AllowAnonymous();

    // Anonymous for the middleware only: the token is tested here, and then whatever scheme knows the caller.
    private static async Task<Results<ContentHttpResult, UnauthorizedHttpResult>> ReadAsync(
        HttpContext http, MetricsPage page, IConfiguration configuration, IAuthorizationService authorization)
    {
        var allowed = HasToken(http.Request, configuration["Metrics:Token"])
            || (await authorization.AuthorizeAsync(http.User, Policies.Look)).Succeeded;
        if (!allowed)
            return TypedResults.Unauthorized();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(page.Read(), TextFormat);
    }

    private static bool HasToken(HttpRequest request, string? token) =>
        token is { Length: > 0 }
        && request.Headers.Authorization.ToString() is var sent && sent.StartsWith("Bearer ", StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(sent["Bearer ".Length..])), SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
