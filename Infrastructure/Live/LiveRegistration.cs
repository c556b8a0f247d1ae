using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;

namespace Restaurant.Infrastructure.Live;

internal static class LiveRegistration
{
    public static IServiceCollection AddLiveFigures(this IServiceCollection services) => services.AddSingleton<ITodayFigures, TodayFiguresReader>();
}
