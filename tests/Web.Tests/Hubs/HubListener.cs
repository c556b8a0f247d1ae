using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Restaurant.Web.Tests.Hubs;

/// <summary>
/// A listener of the live hub that speaks its wire format itself: JSON messages that end with the character 0x1E. It says now and then that it
/// is there, as every client does: who is silent for half a minute is let go.
/// </summary>
internal sealed class HubListener : IAsyncDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(5);
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim line = new(1, 1);
    private readonly CancellationTokenSource gone = new();
    private readonly StringBuilder rest = new();
    private Task living = Task.CompletedTask;

    public static async Task<HubListener> ConnectAsync(string address, string query, string? key)
    {
        var listener = new HubListener();
        if (key is not null)
            listener.socket.Options.SetRequestHeader("X-Api-Key", key);
        await listener.socket.ConnectAsync(new Uri($"{address.Replace("http", "ws", StringComparison.Ordinal)}/hubs/live{query}"), CancellationToken.None);
        await listener.SendAsync("""{"protocol":"json","version":1}""");
        (await listener.NextAsync()).ToString().ShouldBe("{}");
        listener.living = listener.LiveAsync();
        return listener;
    }

    /// <summary>The next call of the hub with this name: its argument.</summary>
    public async Task<JsonElement> HearAsync(string target)
    {
        while (true)
        {
            var message = await NextAsync();
            if (message.TryGetProperty("target", out var name) && name.GetString() == target)
                return message.GetProperty("arguments")[0];
        }
    }

    public async Task<List<string>> SentencesAsync(int count)
    {
        var sentences = new List<string>();
        while (sentences.Count < count)
            sentences.AddRange((await HearAsync("events")).EnumerateArray().Select(live => live.GetProperty("sentence").GetString()!));
        return sentences;
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        socket.Dispose();
        await living;
        gone.Dispose();
        line.Dispose();
    }

    public async Task SendAsync(string message)
    {
        // Of two who send at the same time the line takes one.
        await line.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            line.Release();
        }
    }

    public async Task<JsonElement> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var text = rest.ToString();
            if (text.IndexOf(End) is var end and >= 0)
            {
                rest.Remove(0, end + 1);
                return JsonDocument.Parse(text[..end]).RootElement;
            }

            var got = await socket.ReceiveAsync(buffer, patience.Token);
            if (got.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException("The hub closed the line.");
            rest.Append(Encoding.UTF8.GetString(buffer, 0, got.Count));
        }
    }

    private async Task LiveAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(SignOfLife, gone.Token);
                await SendAsync("""{"type":6}""");
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The line is closed; whoever listens hears so.
        }
    }
}
