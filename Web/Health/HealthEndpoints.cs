using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Live;

namespace Restaurant.Web.Health;

internal static class HealthEndpoints
{
    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.TryAddSingleton<Heartbeats>();
        services.AddSingleton<JobsReady>();
        return services.AddSingleton<ReadyCheck>();
    }

    /// <summary>For load balancers and people: no sign-in, no secrets.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health").AllowAnonymous();
        health.MapGet("/live", Live);
        health.MapGet("/ready", ReadyAsync);
    }

    /// <summary>The process answers.</summary>
    private static Ok<Alive> Live() => TypedResults.Ok(new Alive("ok"));

    /// <summary>200 where this node can work, 503 where it cannot; in words, by part.</summary>
    private static async Task<Results<Ok<ReadyReport>, JsonHttpResult<ReadyReport>>> ReadyAsync(ReadyCheck check, CancellationToken cancellationToken)
    {
        var report = await check.RunAsync(cancellationToken);
        return report.State == ReadyState.Failing
            ? TypedResults.Json(report, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(report);
    }

    public sealed record Alive(string Status);
}
