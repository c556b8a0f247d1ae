using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Restaurant.Domain.Messages;
using Restaurant.Web.Security;

namespace Restaurant.Web.Commands.Bench;

/// <summary>
/// One connection to the door, kept open, of a caller that takes little from what is measured: the requests are written beforehand, its thread
/// blocks until the answer is there, and of the answer only the status is looked at.
/// </summary>
internal sealed class IngestCaller(Uri address) : IDisposable
{
    private const int LargestAnswer = 16 * 1024;
    private readonly Socket socket = Connect(address);
    private readonly byte[] answer = new byte[LargestAnswer];

    public static byte[] Request(Uri address, string key, NewMessage message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { message.Channel, message.ExternalId, message.Sender, message.Text, message.SentAt }, JsonSerializerOptions.Web);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /api/messages HTTP/1.1\r\nHost: {address.Authority}\r\n{ApiKeyAuthentication.Header}: {key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    public void Send(byte[] request)
    {
        for (var sent = 0; sent < request.Length;)
            sent += socket.Send(request.AsSpan(sent));
        var read = 0;
        do
        {
            if (socket.Receive(answer.AsSpan(read)) is not (> 0 and var more))
                throw new InvalidOperationException($"The API cut the line: {Encoding.UTF8.GetString(answer, 0, read)}");
            read += more;
        }
        while (!IsWhole(answer.AsSpan(0, read)));
        if (!answer.AsSpan(0, read).StartsWith("HTTP/1.1 202 "u8))
            throw new InvalidOperationException($"The API answered {Encoding.UTF8.GetString(answer, 0, read)}");
    }

    public void Dispose() => socket.Dispose();

    // Accepted messages and problems come in chunks, of which the last is empty; what has no body says so.
    private static bool IsWhole(ReadOnlySpan<byte> read) => read.EndsWith("\r\n0\r\n\r\n"u8)
        || (read.EndsWith("\r\n\r\n"u8) && read.IndexOf("Content-Length: 0\r\n"u8) >= 0);

    private static Socket Connect(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
        socket.Connect(address.Host, address.Port);
        return socket;
    }
}
