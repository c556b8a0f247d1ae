using Restaurant.Domain.Messages;
using Restaurant.Pipeline.Messages;

namespace Restaurant.Web.Commands.Bench;

/// <summary>Plays messages as fast as they are taken: every one is committed, understood and registered with order, trace and notices.</summary>
internal static class MessagesBench
{
    private const int Alone = 400;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        using var host = await BenchHost.PipelineAsync(run.Database, cancellationToken);
        await BenchHost.WarmUpAsync(host.Services, run, cancellationToken);
        var playback = ActivatorUtilities.CreateInstance<Playback>(host.Services);
        var took = await playback.PlayAsync(await BenchMessages.MakeAsync("measured", run.Count, 1, cancellationToken), fast: true, cancellationToken);

        var inbox = host.Services.GetRequiredService<IInbox>();
        var watch = new RegisteredWatch(host.Services);
        var alone = new List<double>();
        foreach (var message in await BenchMessages.MakeAsync("alone", Math.Min(Alone, run.Count), 2, cancellationToken))
            alone.Add(await watch.TimeAsync(() => inbox.AddAsync([message], cancellationToken), cancellationToken));
        await host.StopAsync(cancellationToken);
        return [new("messages registered", run.Count / took.TotalSeconds, "msg/s"), .. Figure.Percentiles("one alone, door to registered", alone)];
    }
}
