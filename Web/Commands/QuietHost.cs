using Restaurant.Infrastructure;
using Restaurant.Pipeline;

namespace Restaurant.Web.Commands;

/// <summary>The product without its web part, for commands whose standard output carries the result alone.</summary>
internal static class QuietHost
{
    /// <param name="configure">Comes before the parts are registered: which database it is decides what is.</param>
    public static IHost Build(string[] settings, Action<IConfiguration> configure, Action<IServiceCollection>? more = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        configure(builder.Configuration);
        builder.Logging.Quieten();
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddPipeline(builder.Configuration);
        more?.Invoke(builder.Services);
        return builder.Build();
    }

    public static void Quieten(this ILoggingBuilder logging) => logging
        .ClearProviders()
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter(null, LogLevel.Warning);
}
