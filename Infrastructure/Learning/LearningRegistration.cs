using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Learning;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Learning;

public static class LearningRegistration
{
    public static IServiceCollection AddLearning(this IServiceCollection services)
    {
        services.TryAddSingleton<Acts>();
        return services.AddSingleton<ILearning, LearningStore>();
    }
}
