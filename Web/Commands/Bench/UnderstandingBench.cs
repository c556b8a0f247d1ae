using Restaurant.Domain.Messages;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Menu;
using Restaurant.Pipeline.Messages;

namespace Restaurant.Web.Commands.Bench;

/// <summary>The message flow with its trace, from words to a decision: on one core, then on all.</summary>
internal static class UnderstandingBench
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var (flow, settings) = (new MessageFlow(clock), new RestaurantSettings());
        var index = MenuIndex.Compile((await SampleMenu.ReadAsync(cancellationToken)).Menu);
        var messages = await BenchMessages.MakeAsync("measured", run.Count, 1, cancellationToken);
        foreach (var message in messages.Take(5000))
            await ReadAsync(message);

        var times = new double[messages.Count];
        var allocated = GC.GetTotalAllocatedBytes();
        var start = clock.GetTimestamp();
        foreach (var (at, message) in messages.Index())
            times[at] = await ReadAsync(message);
        var one = clock.GetElapsedTime(start);
        allocated = GC.GetTotalAllocatedBytes() - allocated;

        start = clock.GetTimestamp();
        await Parallel.ForEachAsync(
            messages.Chunk(100), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (some, _) =>
            {
                foreach (var message in some)
                    await ReadAsync(message);
            });
        var all = clock.GetElapsedTime(start);
        return
        [
            new("understood on one core", messages.Count / one.TotalSeconds, "msg/s"),
            new("understood on all cores", messages.Count / all.TotalSeconds, "msg/s"),
            .. Figure.Percentiles("one message", times),
            new("allocated", allocated / 1024.0 / messages.Count, "KB/msg"),
        ];

        async ValueTask<double> ReadAsync(NewMessage message)
        {
            var began = clock.GetTimestamp();
            var understood = await flow.UnderstandAsync(message.Text, index, settings, message.SentAt, CancellationToken.None);
            return understood.Error is null ? clock.GetElapsedTime(began).TotalMilliseconds : throw new InvalidOperationException(understood.Error);
        }
    }
}
