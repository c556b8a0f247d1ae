using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Web.Security;

internal static class ApiLimits
{
    private const int BurstSeconds = 4;

    /// <summary>
    /// Each caller of the API has a bucket of requests of its own, the same at all nodes; an empty one is answered 429 with the time to wait.
    /// </summary>
    public static void AddApiLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var perSecond = Math.Max(1, configuration.GetValue("Api:PerSecond", 500));
        var isShared = DatabaseRegistration.IsPostgres(DatabaseRegistration.ConnectionString(configuration));
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<SharedAllowances, IOutages, TimeProvider, ILogger<SharedLimiter>>(
            (options, allowances, outages, clock, logger) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = RefuseAsync;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                !context.Request.Path.StartsWithSegments("/api") ? RateLimitPartition.GetNoLimiter("")
                : isShared ? RateLimitPartition.Get<string>(Caller(context), caller => new SharedLimiter(
                    $"api/{caller}", BurstSeconds * perSecond, TimeSpan.FromSeconds(BurstSeconds), allowances, outages, clock, logger))
                : RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => Bucket(perSecond)));
        });
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond) => new()
    {
        TokenLimit = perSecond * BurstSeconds,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    };

    private static string Caller(HttpContext context) =>
        context.User.Identity?.Name ?? context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancellationToken)
    {
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        refused.HttpContext.Response.Headers.RetryAfter = seconds;
        await TypedResults.Problem($"Too many requests. Wait {seconds} s, then go on.", statusCode: StatusCodes.Status429TooManyRequests)
            .ExecuteAsync(refused.HttpContext);
    }
}
