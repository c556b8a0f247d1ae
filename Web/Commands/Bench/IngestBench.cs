using System.Net;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Team;
using Restaurant.Web.Security;

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
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new(app.Urls.First()) };
        client.DefaultRequestHeaders.Add(
            ApiKeyAuthentication.Header, await app.Services.GetRequiredService<IApiKeys>().CreateAsync("bench", Role.Front, null, "bench", cancellationToken));

        await SendAsync(client, clock, await BenchMessages.MakeAsync("first", Math.Min(FirstOverHttp, run.Count), 3, cancellationToken), cancellationToken);
        await BenchHost.CompiledAsync(clock, cancellationToken);
        var messages = await BenchMessages.MakeAsync("measured", run.Count, 4, cancellationToken);
        var (start, processor) = (clock.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var waits = await SendAsync(client, clock, messages, cancellationToken);
        var took = clock.GetElapsedTime(start);
        var queue = app.Services.GetRequiredService<IMessageQueue>();
        while (await queue.BacklogAsync(1, cancellationToken) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), clock, cancellationToken);

        var registered = clock.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        var watch = new RegisteredWatch(app.Services);
        var alone = new List<double>();
        foreach (var message in await BenchMessages.MakeAsync("alone", Math.Min(Alone, run.Count), 5, cancellationToken))
            alone.Add(await watch.TimeAsync(() => SendAsync(client, message, cancellationToken), cancellationToken));
        await app.StopAsync(cancellationToken);
        return
        [
            new("acknowledged", messages.Count / took.TotalSeconds, "msg/s"),
            .. Figure.Percentiles("acknowledged after", waits),
            new("registered meanwhile", messages.Count / registered.TotalSeconds, "msg/s"),
            new("processor time of the program and its caller", processor.TotalMicroseconds / messages.Count, "µs/msg"),
            .. Figure.Percentiles("one alone, request to registered", alone),
        ];
    }

    private static async Task<double[]> SendAsync(
        HttpClient client, TimeProvider clock, IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
    {
        var waits = new double[messages.Count];
        var at = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (var mine = Interlocked.Increment(ref at); mine < messages.Count; mine = Interlocked.Increment(ref at))
            {
                var start = clock.GetTimestamp();
                await SendAsync(client, messages[mine], cancellationToken);
                waits[mine] = clock.GetElapsedTime(start).TotalMilliseconds;
            }
        }));
        return waits;
    }

    private static async Task SendAsync(HttpClient client, NewMessage message, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync(
            "/api/messages", new { message.Channel, message.ExternalId, message.Sender, message.Text, message.SentAt }, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"The API answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
