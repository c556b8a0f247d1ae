using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;

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

    /// <summary>Makes this node work on jobs and fire schedules. Commands that do one thing and end are no such nodes.</summary>
    public static IServiceCollection AddJobWorker(this IServiceCollection services, IConfiguration? configuration = null)
    {
        var settings = configuration?.GetSection("Jobs").Get<WorkerSettings>() ?? new();
        Validator.ValidateObject(settings, new(settings), validateAllProperties: true);
        services.TryAddSingleton(settings);
        services.TryAddSingleton<Heartbeats>();
        services.AddSingleton<AttemptMaker>();
        services.AddSingleton<Settler>();
        services.AddSingleton<NodeSigns>();
        services.AddHostedService<JobWorker>();
        return services.AddHostedService<ScheduleClock>();
    }
}
