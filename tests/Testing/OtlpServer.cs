using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Restaurant.Testing;

/// <summary>A collector on 127.0.0.1 that takes OTLP in protobuf, over HTTP or over gRPC, and reads of it what tests ask for.</summary>
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

    /// <param name="isGrpc">Then it speaks HTTP/2 and nothing else, as collectors do on that port.</param>
    public static async Task<OtlpServer> StartAsync(bool isGrpc = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, line => line.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
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
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) != true)
        {
            Received.Enqueue((context.Request.Path, body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
            return;
        }

        // "/opentelemetry.proto.collector.trace.v1.TraceService/Export"; a byte and a length stand before the message.
        var signal = context.Request.Path.Value!.Split('.')[^3];
        Received.Enqueue(($"/v1/{(signal == "trace" ? "traces" : signal)}", body.ToArray()[5..]));
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
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
