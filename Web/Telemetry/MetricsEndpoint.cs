using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Team;

namespace Restaurant.Web.Telemetry;

/// <summary>For Prometheus. Closed to strangers: a role, or the bearer token of Metrics:Token, which a scraper can hold without being a person.</summary>
internal static class MetricsEndpoint
{
    private const string TextFormat = "text/plain; version=0.0.4; charset=utf-8";

    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", Read)
        .ExcludeFromDescription()
        .RequireAuthorization(policy => policy.RequireAssertion(IsAllowed));

    private static ContentHttpResult Read(HttpResponse response, MetricsPage page)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Text(page.Read(), TextFormat);
    }

    private static bool IsAllowed(AuthorizationHandlerContext context) =>
        Role.All.Any(context.User.IsInRole)
        || (context.Resource is HttpContext http && HasToken(http.Request, http.RequestServices.GetRequiredService<IConfiguration>()["Metrics:Token"]));

    // The hashes are compared, so that neither length nor content can be guessed from the time it takes.
    private static bool HasToken(HttpRequest request, string? token) =>
        token is { Length: > 0 }
        && request.Headers.Authorization.ToString() is var sent && sent.StartsWith("Bearer ", StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(sent["Bearer ".Length..])), SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
