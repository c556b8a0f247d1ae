using Restaurant.Domain.Settings;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Menu;
using Restaurant.Pipeline.Footprint;
using Restaurant.Pipeline.Messages;

namespace Restaurant.Web.Commands.Bench;

/// <summary>The product on a throw-away database: without its web part for what needs none, or whole, on a free port.</summary>
internal static class BenchHost
{
    private const int WarmUp = 40_000;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(300);

    public static async Task<IHost> PipelineAsync(
        BenchDatabase database, CancellationToken cancellationToken, Action<IServiceCollection>? more = null)
    {
        var host = await PreparedAsync(database, cancellationToken, more);
        await host.StartAsync(cancellationToken);
        return host;
    }

    /// <summary>Everything but the background work, which starts with the host.</summary>
    public static async Task<IHost> PreparedAsync(
        BenchDatabase database, CancellationToken cancellationToken, Action<IServiceCollection>? more = null)
    {
        var host = QuietHost.Build([], configuration => Point(configuration, database), more);
        await PrepareAsync(host.Services, cancellationToken);
        return host;
    }

    public static async Task<WebApplication> WebAsync(BenchDatabase database, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.Quieten();
        Point(builder.Configuration, database);
        builder.Configuration["Api:PerSecond"] = "1000000"; // one key may ask as fast as it can here
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddWeb();
        var app = builder.Build();
        await PrepareAsync(app.Services, cancellationToken);

        // A restaurant without an owner prints a link, and standard output carries the result alone.
        await app.Services.GetRequiredService<IPeople>()
            .AddWithPasswordAsync("bench@example.org", Role.Owner, $"Aa1-{Guid.NewGuid()}", "bench", cancellationToken);
        app.UseWeb();
        await app.StartAsync(cancellationToken);
        return app;
    }

    /// <summary>Plays some messages first, so that code and caches are as in a running program, and then what is to be stored already.</summary>
    public static async Task WarmUpAsync(IServiceProvider services, BenchRun run, CancellationToken cancellationToken)
    {
        var playback = ActivatorUtilities.CreateInstance<Playback>(services);
        var warmUp = Math.Min(WarmUp, run.Count);
        for (var (at, part) = (0, warmUp); at < Math.Max(warmUp, run.Stored); at += part)
        {
            part = at == 0 ? warmUp : Math.Min(50_000, run.Stored - at);
            await playback.PlayAsync(await BenchMessages.MakeAsync($"before {at}", part, at, cancellationToken), fast: true, cancellationToken);
        }

        await CompiledAsync(services.GetRequiredService<TimeProvider>(), cancellationToken);
    }

    /// <summary>Waits until nothing is compiled any more.</summary>
    public static Task CompiledAsync(TimeProvider clock, CancellationToken cancellationToken) =>
        Compilation.SettledAsync(clock, Glance, 0, int.MaxValue, cancellationToken);

    private static void Point(IConfiguration configuration, BenchDatabase database)
    {
        configuration["ConnectionStrings:Restaurant"] = database.ConnectionString;
        configuration["Restaurant:DataDirectory"] = database.Folder;
    }

    private static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseMigration>().RunAsync(cancellationToken);
        await services.GetRequiredService<SampleMenu>().PutIntoEmptyAsync(cancellationToken);

        // Otherwise each message waits whether its sender writes on.
        var settings = services.GetRequiredService<ISettings>();
        await settings.SaveAsync(settings.Current with { TurnSeconds = 0 }, "bench", cancellationToken);
    }
}
