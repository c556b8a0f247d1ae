using System.Net.WebSockets;
using System.Text.Json;
using Restaurant.Web.Hubs;
using Restaurant.Web.Security;

namespace Restaurant.Web.Commands.Bench;

/// <summary>A listener of the live hub that speaks just enough of SignalR's JSON protocol: a handshake, then frames that end in 0x1E.</summary>
internal sealed class HubListener : IAsyncDisposable
{
    private const byte FrameEnd = 0x1e;
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource over = new();
    private readonly TimeProvider clock;
    private Task reading = Task.CompletedTask;
    private int heard;

    private HubListener(TimeProvider clock) => this.clock = clock;

    public int Heard => Volatile.Read(ref heard);

    /// <summary>Milliseconds from each event's own time until it was heard.</summary>
    public List<double> Delays { get; } = [];

    public static async Task<HubListener> ConnectAsync(string address, string key, TimeProvider clock, CancellationToken cancellationToken)
    {
        var listener = new HubListener(clock);
        listener.socket.Options.SetRequestHeader(ApiKeyAuthentication.Header, key);
        await listener.socket.ConnectAsync(new Uri(address.Replace("http://", "ws://", StringComparison.Ordinal) + LiveHub.Path), cancellationToken);
        await listener.socket.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, cancellationToken);
        listener.reading = listener.ReadAsync(listener.over.Token);
        return listener;
    }

    public void Forget()
    {
        Delays.Clear();
        Volatile.Write(ref heard, 0);
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Dispose();
        over.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        for (var filled = 0; ;)
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var got = await socket.ReceiveAsync(buffer.AsMemory(filled), cancellationToken);
            filled += got.Count;
            var done = 0;
            for (int end; (end = buffer.AsSpan(done, filled - done).IndexOf(FrameEnd)) >= 0; done += end + 1)
                Hear(buffer.AsSpan(done, end));
            buffer.AsSpan(done, filled - done).CopyTo(buffer);
            filled -= done;
        }
    }

    private void Hear(ReadOnlySpan<byte> frame)
    {
        if (frame.IndexOf("\"events\""u8) < 0)
            return;
        var now = clock.GetUtcNow();
        var events = 0;
        var json = new Utf8JsonReader(frame);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("at"u8))
                continue;
            json.Read();
            Delays.Add((now - json.GetDateTimeOffset()).TotalMilliseconds);
            events++;
        }

        Interlocked.Add(ref heard, events);
    }
}
