using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Messages;

namespace Restaurant.Infrastructure.Live;

internal static class LiveRegistration
{
    /// <summary>What the Live page reads beside the inbox itself.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<ITodayFigures, TodayFiguresReader>()
        .AddSingleton<IMessageResults, MessageResults>();
}
