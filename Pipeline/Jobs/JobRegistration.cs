using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Jobs;

namespace Restaurant.Pipeline.Jobs;

public static class JobRegistration
{
    /// <summary>One line makes a job known: it can be scheduled, started and followed from then on.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : Job, IDefinedJob
    {
        // The class by its key, made anew in the scope of each attempt.
        services.AddKeyedScoped<Job, TJob>(TJob.Definition.Key);
        return services.AddSingleton(TJob.Definition);
    }
}
