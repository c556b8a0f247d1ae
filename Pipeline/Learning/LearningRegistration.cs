using Microsoft.Extensions.DependencyInjection;

namespace Restaurant.Pipeline.Learning;

internal static class LearningRegistration
{
    public static IServiceCollection AddLearning(this IServiceCollection services) => services
        .AddSingleton<CurrentIntentModel>()
        .AddSingleton<IntentTraining>()
        .AddHostedService<NightlyTraining>();
}
