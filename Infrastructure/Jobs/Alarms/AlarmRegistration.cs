using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;
using Restaurant.Domain.Jobs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs.Alarms;

public static class AlarmRegistration
{
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddAlarms(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = DatabaseRegistration.ConnectionString(configuration);
        services.AddSingleton<AlarmBell>();
        services.AddSingleton<IAlarms, QuartzAlarms>();
        return services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "restaurant";
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(5);
            });
            quartz.UseDefaultThreadPool(4);
            quartz.UsePersistentStore(store =>
            {
                // A firing that is late is fired all the same: the schedule's own rule says what becomes of it.
                store.ConfigureStore(options => options.MisfireThreshold = TimeSpan.FromMinutes(1));
                store.ProvisionSchema();
                if (DatabaseRegistration.IsPostgres(connection))
                {
                    store.UsePostgres(NpgsqlFactory.Instance, connection);
                    store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (SignOfLife, 2 * SignOfLife));
                }
                else
                {
                    store.UseSqlite(SqliteFactory.Instance, connection);
                }
            });
        });
    }
}
