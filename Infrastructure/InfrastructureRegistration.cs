using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Enquiries;
using Restaurant.Infrastructure.Filing;
using Restaurant.Infrastructure.Jobs;
using Restaurant.Infrastructure.Learning;
using Restaurant.Infrastructure.Live;
using Restaurant.Infrastructure.Menu;
using Restaurant.Infrastructure.Messages;
using Restaurant.Infrastructure.Models;
using Restaurant.Infrastructure.Notifications;
using Restaurant.Infrastructure.Orders;
using Restaurant.Infrastructure.Reviews;
using Restaurant.Infrastructure.Settings;
using Restaurant.Infrastructure.Shared;
using Restaurant.Infrastructure.Simulation;
using Restaurant.Infrastructure.Team;

namespace Restaurant.Infrastructure;

public static class InfrastructureRegistration
{
    /// <summary>Every adapter, one line a feature; each feature registers itself beside its code.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase(configuration);
        services.AddEnquiries();
        services.AddFiling();
        services.AddJobStore(configuration);
        services.AddLearning();
        services.AddMenuStore();
        services.AddLive();
        services.AddLiveEvents(configuration);
        services.AddMessages(configuration);
        services.AddDependencyWatch();
        services.AddPendingTimes();
        services.AddSharedAllowances();
        services.AddOrders();
        services.AddReviews();
        services.AddSimulations();
        services.AddNotifications();
        services.AddSettings();
        services.AddTeam();
        services.AddModels(configuration);
        return services;
    }
}
