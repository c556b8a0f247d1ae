using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Restaurant.Testing;

/// <summary>A collector on 127.0.0.1 that takes OTLP over HTTP in protobuf, and reads of it what tests ask for.</summary>
public sealed class OtlpServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtlpServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Path, byte[] Body)> Received { get; } = new();

    public string Address => app.Urls.Single();

    /// <summary>Everything that came, as text: for what must not be in it.</summary>
    public string Text => string.Concat(Received.Select(one => Encoding.UTF8.GetString(one.Body)));

    public IEnumerable<Span> Spans =>
        from request in Received
        where request.Path == "/v1/traces"
        from resource in Fields(request.Body, 1)
        from scope in Fields(resource, 2)
        from span in Fields(scope, 2)
        select new Span(
            Encoding.UTF8.GetString(Fields(span, 5).Single()), Convert.ToHexStringLower(Fields(span, 1).Single()),
            Fields(span, 4).Select(parent => Convert.ToHexStringLower(parent)).FirstOrDefault(""));

    public static async Task<OtlpServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new OtlpServer(builder.Build());
        server.app.Run(server.TakeAsync);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Received.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }

    /// <summary>The fields of this number that hold bytes, in protobuf's wire format.</summary>
    private static List<byte[]> Fields(byte[] message, int wanted)
    {
        var found = new List<byte[]>();
        for (var at = 0; at < message.Length;)
        {
            var tag = Number(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    Number(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    var length = (int)Number(message, ref at);
                    if (tag >> 3 == (ulong)wanted)
                        found.Add(message[at..(at + length)]);
                    at += length;
                    break;
            }
        }

        return found;
    }

    private static ulong Number(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }

    public sealed record Span(string Name, string TraceId, string ParentId);
}
