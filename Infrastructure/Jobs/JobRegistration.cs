using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;
using Restaurant.Infrastructure.Jobs.Gate;

namespace Restaurant.Infrastructure.Jobs;

public static class JobRegistration
{
    public static IServiceCollection AddJobStore(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new JobCatalog(provider.GetServices<JobDefinition>()));
        services.TryAddSingleton<IGaugeSource>(_ => KernelGauges.Exist() ? new KernelGauges() : new RuntimeGauges());
        return services
            .AddSingleton<IGateMeter, GateMeter>()
            .AddSingleton<ResourceGate>()
            .AddSingleton<IJobRuns, JobRunStore>()
            .AddSingleton<ISchedules, ScheduleStore>()
            .AddSingleton<IJobNodes, JobNodes>();
    }
}
