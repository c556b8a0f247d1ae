using Microsoft.Extensions.DependencyInjection;
using Restaurant.Pipeline.Jobs;

namespace Restaurant.Pipeline.Learning;

internal static class LearningRegistration
{
    public static IServiceCollection AddLearning(this IServiceCollection services) => services
        .AddSingleton<CurrentIntentModel>()
        .AddSingleton<IntentTraining>()
        .AddHostedService<ModelFollower>()
        .AddJob<ClassifierTraining>();
}
