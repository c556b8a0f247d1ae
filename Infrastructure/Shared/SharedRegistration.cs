using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Shared;

public static class SharedRegistration
{
    public static IServiceCollection AddDependencyWatch(this IServiceCollection services) => services
        .AddSingleton<DependencyWatch>();

    public static IServiceCollection AddPendingTimes(this IServiceCollection services) => services
        .AddSingleton<IPendingTimes, PendingTimes>();

    public static IServiceCollection AddSharedAllowances(this IServiceCollection services) => services
        .AddSingleton<SharedAllowances>();
}
