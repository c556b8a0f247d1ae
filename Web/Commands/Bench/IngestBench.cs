using Restaurant.Domain.Messages;
using Restaurant.Domain.Team;

namespace Restaurant.Web.Commands.Bench;

/// <summary>Sends messages over HTTP on 16 connections, the next when the last is acknowledged; the program reads and registers them meanwhile.</summary>
internal static class IngestBench
{
    private const int Connections = 16;
    private const int FirstOverHttp = 20_000;
    private const int Alone = 400;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        await using var app = await BenchHost.WebAsync(run.Database, cancellationToken);
        await BenchHost.WarmUpAsync(app.Services, run, cancellationToken);
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var address = new Uri(app.Urls.First());
        var key = await app.Services.GetRequiredService<IApiKeys>().CreateAsync("bench", Role.Front, null, "bench", cancellationToken);

        await SendAsync(await RequestsAsync("first", Math.Min(FirstOverHttp, run.Count), 3));
        await BenchHost.CompiledAsync(clock, cancellationToken);
        var requests = await RequestsAsync("measured", run.Count, 4);
        var (start, processor) = (clock.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var waits = await SendAsync(requests);
        var took = clock.GetElapsedTime(start);
        var queue = app.Services.GetRequiredService<IMessageQueue>();
        while (await queue.BacklogAsync(1, cancellationToken) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), clock, cancellationToken);

        var registered = clock.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        var watch = new RegisteredWatch(app.Services);
        var alone = new List<double>();
        using var caller = new IngestCaller(address);
        foreach (var request in await RequestsAsync("alone", Math.Min(Alone, run.Count), 5))
            alone.Add(await watch.TimeAsync(() => Task.Run(() => caller.Send(request)), cancellationToken));
        await app.StopAsync(cancellationToken);
        return
        [
            new("acknowledged", requests.Count / took.TotalSeconds, "msg/s"),
            .. Figure.Percentiles("acknowledged after", waits),
            new("registered meanwhile", requests.Count / registered.TotalSeconds, "msg/s"),
            new("processor time of the program and its caller", processor.TotalMicroseconds / requests.Count, "µs/msg"),
            .. Figure.Percentiles("one alone, request to registered", alone),
        ];

        async Task<IReadOnlyList<byte[]>> RequestsAsync(string name, int count, int seed) =>
            [.. (await BenchMessages.MakeAsync(name, count, seed, cancellationToken)).Select(message => IngestCaller.Request(address, key, message))];

        async Task<double[]> SendAsync(IReadOnlyList<byte[]> all)
        {
            var took = new double[all.Count];
            var at = -1;
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Factory.StartNew(Call, TaskCreationOptions.LongRunning)));
            return took;

            void Call()
            {
                using var connection = new IngestCaller(address);
                for (var mine = Interlocked.Increment(ref at); mine < all.Count; mine = Interlocked.Increment(ref at))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var sent = clock.GetTimestamp();
                    connection.Send(all[mine]);
                    took[mine] = clock.GetElapsedTime(sent).TotalMilliseconds;
                }
            }
        }
    }
}
