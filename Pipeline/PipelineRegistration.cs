using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;
using Restaurant.Pipeline.Jobs;
using Restaurant.Pipeline.Learning;
using Restaurant.Pipeline.Live;
using Restaurant.Pipeline.Menu;
using Restaurant.Pipeline.Messages;
using Restaurant.Pipeline.Orders;
using Restaurant.Pipeline.Outbox;
using Restaurant.Pipeline.Simulation;

namespace Restaurant.Pipeline;

public static class PipelineRegistration
{
    /// <summary>What happens and in which order, one line a feature; each feature registers itself beside its code.</summary>
    /// <param name="role">A node that does not work has all the parts and starts none of them by itself.</param>
    public static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration, NodeRole? role = null)
    {
        role ??= NodeRole.All;
        services.TryAddSingleton(role);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ChangeFeed>();
        services.AddUpkeepJobs();
        services.AddLearning();
        services.AddMenuCache();
        services.AddLive(role);
        services.AddOutbox(role);
        services.AddMessagePump(role);
        services.AddModelSteps(configuration);
        services.AddSimulator(configuration, role);
        services.AddOrderJobs();
        return services;
    }
}
