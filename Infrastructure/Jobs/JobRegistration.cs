using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Jobs.Alarms;
using Restaurant.Infrastructure.Jobs.Gate;
using Restaurant.Infrastructure.Runs;

namespace Restaurant.Infrastructure.Jobs;

public static class JobRegistration
{
    public static IServiceCollection AddJobStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(provider => new JobCatalog(provider.GetServices<JobDefinition>()));
        services.TryAddSingleton<IGaugeSource>(_ => KernelGauges.Exist() ? new KernelGauges() : new RuntimeGauges());
        services.AddAlarms(configuration);
        return services
            .AddSingleton<GateMeter>()
            .AddSingleton<IGateMeter>(provider => provider.GetRequiredService<GateMeter>())
            .AddSingleton<IProcessorLoad>(provider => provider.GetRequiredService<GateMeter>())
            .AddSingleton<ResourceGate>()
            .AddSingleton<IJobRuns, JobRunStore>()
            .AddSingleton<ISchedules, ScheduleStore>()
            .AddSingleton<IJobNodes, JobNodes>()
            .AddSingleton<IDependencies, Dependencies>()
            .AddSingleton<RunIntake>()
            .AddSingleton<RunNotices>()
            .AddSingleton<RunSettling>()
            .AddSingleton<JobPicker>()
            .AddSingleton<IJobHistory, JobHistory>()
            .AddSingleton<IDatabaseUpkeep, DatabaseUpkeep>()
            .AddSingleton<ITraces, Traces>()
            .AddSingleton<IJobQueue, JobQueue>()
            .AddSingleton<IFirings, Firings>();
    }
}
