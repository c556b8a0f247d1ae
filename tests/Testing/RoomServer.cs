using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Restaurant.Testing;

/// <summary>A webhook receiver on 127.0.0.1 that answers as told, and keeps what it was sent.</summary>
public sealed class RoomServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();
    private int knocks;

    private RoomServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Path, string Body)> Received { get; } = new();

    /// <summary>What is answered when the script is empty.</summary>
    public Func<HttpContext, Task> Otherwise { get; set; } = Status(204);

    /// <summary>What is answered to somebody who only asks whether it is there.</summary>
    public Func<HttpContext, Task> ToKnocks { get; set; } = Status(200, "{}");

    /// <summary>How often that was asked.</summary>
    public int Knocks => Volatile.Read(ref knocks);

    public int Port { get; private set; }

    public string Allow => $"127.0.0.1:{Port}";

    public static async Task<RoomServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new RoomServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        server.Port = new Uri(server.app.Urls.Single()).Port;
        return server;
    }

    public string Address(string room = "orders") => $"http://127.0.0.1:{Port}/api/webhooks/1/{room}-secret-token";

    public RoomServer Then(params Func<HttpContext, Task>[] answers)
    {
        foreach (var answer in answers)
            script.Enqueue(answer);
        return this;
    }

    public static Func<HttpContext, Task> Status(int status, string? body = null, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        return body is null ? Task.CompletedTask : context.Response.WriteAsync(body);
    };

    /// <summary>Takes the request and never answers.</summary>
    public static Task Hang(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public static Task CutTheLine(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments("/api/webhooks"))
        {
            Interlocked.Increment(ref knocks);
            await ToKnocks(context);
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        Received.Enqueue(($"{context.Request.Path}{context.Request.QueryString}", await reader.ReadToEndAsync()));
        await (script.TryDequeue(out var answer) ? answer : Otherwise)(context);
    }
}
