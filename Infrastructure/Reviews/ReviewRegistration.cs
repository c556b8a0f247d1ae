using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Reviews;

namespace Restaurant.Infrastructure.Reviews;

public static class ReviewRegistration
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services.AddSingleton<IReviews, ReviewStore>();
}
