using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Restaurant.Testing;

/// <summary>A server on 127.0.0.1 that speaks OpenAI's chat protocol and answers as it is told, well or badly.</summary>
public sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ChatServer(WebApplication app) => this.app = app;

    public Uri Endpoint => new(app.Urls.First() + "/v1");

    /// <summary>What was asked, newest last.</summary>
    public List<JsonNode> Requests { get; } = [];

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<ChatServer> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ChatServer(app);
        app.MapPost("/v1/chat/completions", async context =>
        {
            var asked = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
            lock (server.Requests)
                server.Requests.Add(asked);
            await server.Answer(context);
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>A whole answer with this text.</summary>
    public void Say(string? content, string? refusal = null) => Answer = context => context.Response.WriteAsJsonAsync(new
    {
        id = "1",
        @object = "chat.completion",
        created = 1,
        model = "tiny",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content, refusal } } },
        usage = new { prompt_tokens = 1000, completion_tokens = 50, total_tokens = 1050 },
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
