using System.Globalization;
using Restaurant.Domain.Messages;

namespace Restaurant.Web.Commands.Bench;

/// <summary>The way back: messages of a few senders wait, as after hours without a worker, and are worked off.</summary>
internal static class BacklogBench
{
    private const int Together = 1000;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        using (var warm = await BenchHost.PipelineAsync(run.Database, cancellationToken))
        {
            await BenchHost.WarmUpAsync(warm.Services, run, cancellationToken);
            await warm.StopAsync(cancellationToken);
        }

        using var host = await BenchHost.PreparedAsync(run.Database, cancellationToken);
        var inbox = host.Services.GetRequiredService<IInbox>();
        var clock = host.Services.GetRequiredService<TimeProvider>();
        var messages = (await BenchMessages.MakeAsync("waiting", run.Count, 6, cancellationToken)).Index()
            .Select(one => one.Item with { Sender = string.Create(CultureInfo.InvariantCulture, $"guest {one.Index % run.Senders}") }).ToList();
        var start = clock.GetTimestamp();
        foreach (var together in messages.Chunk(Together))
            await inbox.AddAsync(together, cancellationToken);
        var stored = clock.GetElapsedTime(start);

        var queue = host.Services.GetRequiredService<IMessageQueue>();
        start = clock.GetTimestamp();
        await host.StartAsync(cancellationToken);
        while (await queue.BacklogAsync(1, cancellationToken) > 0)
            await Task.Delay(Glance, clock, cancellationToken);
        var took = clock.GetElapsedTime(start);
        await host.StopAsync(cancellationToken);
        return
        [
            new("senders", run.Senders, ""),
            new("put in the queue", run.Count / stored.TotalSeconds, "msg/s"),
            new("worked off, start of the worker included", run.Count / took.TotalSeconds, "msg/s"),
        ];
    }
}
