using Microsoft.Extensions.DependencyInjection;

namespace Restaurant.Pipeline.Jobs;

internal static class UpkeepJobs
{
    public static IServiceCollection AddUpkeepJobs(this IServiceCollection services) => services
        .AddJob<LeaseSweep>()
        .AddJob<TraceRetention>()
        .AddJob<JobHistoryExpiry>()
        .AddJob<DatabaseUpkeepJob>();
}
