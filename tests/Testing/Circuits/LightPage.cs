using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Restaurant.Testing.Circuits;

/// <summary>
/// An open page without a browser: it loads the page, starts its circuit, says of everything drawn that it is shown, and answers calls to the
/// browser with nothing. What it costs the server is what a page costs; what it costs itself is hardly anything.
/// </summary>
public sealed partial class LightPage : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim sending = new(1, 1);
    private Task listening = Task.CompletedTask;
    private long batches;
    private long bytes;

    private LightPage()
    {
    }

    /// <summary>How often the server has drawn it, and what that was on the wire.</summary>
    public (long Batches, long Bytes) Drawn => (Interlocked.Read(ref batches), Interlocked.Read(ref bytes));

    /// <summary>Why it is no longer open; null while it is.</summary>
    public string? Ended { get; private set; }

    /// <param name="cookie">The header of somebody who is signed in.</param>
    public static async Task<LightPage> OpenAsync(Uri address, string cookie, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await http.GetAsync(address, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
        var markers = Marker().Matches(await answer.Content.ReadAsStringAsync(cancellationToken)).Select(match => match.Groups[1].Value).ToList();
        var page = new LightPage();
        page.socket.Options.SetRequestHeader("Cookie", cookie);
        await page.StartAsync(address, markers, cancellationToken);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await listening;
        socket.Dispose();
        closing.Dispose();
        sending.Dispose();
    }

    private async Task StartAsync(Uri address, List<string> markers, CancellationToken cancellationToken)
    {
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_blazor", Query = "" }.Uri, cancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Binary, true, cancellationToken);
        listening = ListenAsync();
        await SayAsync("start", "StartCircuit", new Uri(address, "/").AbsoluteUri, address.AbsoluteUri, "[]", "");
        await started.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
        var operations = markers.Select((marker, at) => $$"""{"type":"add","ssrComponentId":{{at + 1}},"marker":{{marker}}}""");
        await SayAsync(null, "UpdateRootComponents", $$"""{"batchId":1,"operations":[{{string.Join(',', operations)}}]}""", "");
    }

    private async Task ListenAsync()
    {
        try
        {
            var frames = new FrameReader();
            var piece = new byte[64 * 1024];
            while (true)
            {
                var received = await socket.ReceiveAsync(piece.AsMemory(), closing.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    throw new WebSocketException("The server closed the page.");
                foreach (var message in frames.Add(piece.AsSpan(0, received.Count)))
                    await HearAsync((object?[])new PackReader(message).Read()!);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or InvalidDataException)
        {
            Ended = closing.IsCancellationRequested ? "closed" : exception.Message;
            started.TrySetException(exception);
        }
    }

    private Task HearAsync(object?[] message)
    {
        switch (message)
        {
            case [3L, ..]:
                started.TrySetResult();
                return Task.CompletedTask;
            case [6L]:
                return SendAsync(new PackWriter().Array(1).Value(6));
            case [7L, ..]:
                throw new WebSocketException($"The server ended the page: {message.ElementAtOrDefault(1)}");
            case [1L, _, _, "JS.RenderBatch", object?[] drawn, ..]:
                Interlocked.Increment(ref batches);
                Interlocked.Add(ref bytes, (int)drawn[1]!);
                return SayAsync(null, "OnRenderCompleted", drawn[0], null);
            case [1L, _, _, "JS.BeginInvokeJS", object?[] call, ..]:
                return AnswerAsync((long)call[0]!, (string)call[1]!, (long)call[3]!);
            case [1L, _, _, "JS.Error", object?[] error, ..]:
                throw new WebSocketException($"The page's circuit failed: {error[0]}");
            default:
                return Task.CompletedTask;
        }
    }

    // Void calls carry no number. An object of the browser's is any object; whether it may make a sound: no.
    private Task AnswerAsync(long call, string function, long kind) => call == 0
        ? Task.CompletedTask
        : SayAsync(null, "EndInvokeJSFromDotNet", call, true, $"[{call},true,{(kind == 1 ? """{"__jsObjectId":1}""" : function == "resume" ? "false" : "null")}]");

    private Task SayAsync(string? invocation, string method, params object?[] arguments)
    {
        var message = new PackWriter().Array(5).Value(1).EmptyMap().Value(invocation).Value(method).Array(arguments.Length);
        foreach (var argument in arguments)
            message.Value(argument);
        return SendAsync(message);
    }

    private async Task SendAsync(PackWriter message)
    {
        await sending.WaitAsync(closing.Token);
        try
        {
            await socket.SendAsync(message.Framed(), WebSocketMessageType.Binary, true, closing.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    [GeneratedRegex("<!--Blazor:({\"type\":\"server\".*?})-->")]
    private static partial Regex Marker();
}
