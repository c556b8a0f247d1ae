using Microsoft.Extensions.DependencyInjection;
using Restaurant.Pipeline.Jobs;

namespace Restaurant.Pipeline.Orders;

internal static class OrderJobs
{
    public static IServiceCollection AddOrderJobs(this IServiceCollection services) => services.AddJob<DailyOrderCsv>();
}
