using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Restaurant.Testing;

/// <summary>A line to a server of this machine that can be cut, refused, slowed down and frozen, as lines are.</summary>
public sealed class Relay : IAsyncDisposable
{
    private readonly int target;
    private readonly ConcurrentDictionary<Socket, bool> open = new();
    private readonly CancellationTokenSource gone = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;

    private Relay(int target, int port) => (this.target, Port) = (target, port);

    public int Port { get; }

    /// <summary>What every piece waits before it goes on.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Nothing comes through, and nobody is told.</summary>
    public bool Frozen { get; set; }

    /// <summary>The server hears everything, but nothing of it comes back.</summary>
    public bool Silent { get; set; }

    public bool IsOpen => listener is not null;

    public static Relay To(int target)
    {
        var relay = new Relay(target, FreePort.Lasting());
        relay.Open();
        return relay;
    }

    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        accepting = AcceptAsync(listener);
    }

    /// <summary>Every open line breaks, new ones are refused.</summary>
    public async Task CutAsync()
    {
        listener?.Stop();
        listener = null;
        await accepting;
        foreach (var socket in open.Keys)
            socket.Close(0);
        open.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        await CutAsync();
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
                _ = CarryAsync(await from.AcceptSocketAsync(gone.Token));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The line is cut.
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        (open[client], open[server]) = (true, true);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target, gone.Token);
            await Task.WhenAny(PumpAsync(client, server, () => Frozen), PumpAsync(server, client, () => Frozen || Silent));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One end went away; so does the other.
        }
        finally
        {
            client.Close();
            server.Close();
            open.TryRemove(client, out _);
            open.TryRemove(server, out _);
        }
    }

    private async Task PumpAsync(Socket from, Socket to, Func<bool> held)
    {
        var piece = new byte[64 * 1024];
        while (await from.ReceiveAsync(piece, gone.Token) is var length and > 0)
        {
            if (Delay > TimeSpan.Zero)
                await Task.Delay(Delay, gone.Token);
            while (held())
                await Task.Delay(20, gone.Token);
            await to.SendAsync(piece.AsMemory(0, length), gone.Token);
        }
    }
}
