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
        var messages = await BenchMessages.MakeAsync("measured", run.Count, 1, cancellationToken);
        var (processor, pauses, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
        var collections = GC.CollectionCount(0);
        var took = await playback.PlayAsync(messages, fast: true, cancellationToken);
        (processor, pauses, allocated) = (
            Environment.CpuUsage.TotalTime - processor, GC.GetTotalPauseDuration() - pauses, GC.GetTotalAllocatedBytes() - allocated);

        var inbox = host.Services.GetRequiredService<IInbox>();
        var watch = new RegisteredWatch(host.Services);
        var alone = new List<double>();
        foreach (var message in await BenchMessages.MakeAsync("alone", Math.Min(Alone, run.Count), 2, cancellationToken))
            alone.Add(await watch.TimeAsync(() => inbox.AddAsync([message], cancellationToken), cancellationToken));
        await host.StopAsync(cancellationToken);
        return
        [
            new("messages registered", run.Count / took.TotalSeconds, "msg/s"),
            new("processor time of the program", processor.TotalMicroseconds / run.Count, "µs/msg"),
            new("paused by the collector", pauses / took * 100, "%"),
            new("collections of generation 0", GC.CollectionCount(0) - collections, ""),
            new("allocated", allocated / 1024.0 / run.Count, "KB/msg"),
            .. Figure.Percentiles("one alone, door to registered", alone),
        ];
    }
}
