using System.Net.Sockets;
using System.Text;

namespace Restaurant.Web.Tests;

/// <summary>A line to the server on which anything may be sent, HTTP or not.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TcpClient client = new();

    private NetworkStream? stream;

    private Wire()
    {
    }

    public static async Task<Wire> OpenAsync(string address)
    {
        var wire = new Wire();
        var uri = new Uri(address);
        await wire.client.ConnectAsync(uri.Host, uri.Port);
        wire.stream = wire.client.GetStream();
        return wire;
    }

    /// <summary>The first line and the rest of the answer to one request; the line is closed after it.</summary>
    public static async Task<string> AskAsync(string address, string request)
    {
        using var wire = await OpenAsync(address);
        await wire.SendAsync(request);
        return await wire.ReadAsync();
    }

    public async Task SendAsync(string text)
    {
        try
        {
            await stream!.WriteAsync(Encoding.Latin1.GetBytes(text));
        }
        catch (IOException)
        {
            // The server has heard enough and closed its end; what it said can still be read.
        }
    }

    /// <summary>All that comes until the server closes; empty when it closes without a word.</summary>
    public async Task<string> ReadAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var heard = new StringBuilder();
        var buffer = new byte[8192];
        try
        {
            for (int read; (read = await stream!.ReadAsync(buffer, patience.Token)) > 0;)
                heard.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // Cut off: what was heard before counts.
        }

        return heard.ToString();
    }

    public void Dispose() => client.Dispose();
}
