using System.Net;
using System.Net.Sockets;

namespace Restaurant.Testing;

public static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;
    private static int last = Random.Shared.Next(Count);

    /// <summary>
    /// Given to nobody else in this process: between the look and the server that sits there another test may look, too. It lies below those that outgoing connections are given: before the server sits there, and while one that is stopped and started again
    /// is down, nobody else may, and who tries to connect must not meet himself.
    /// </summary>
    public static int Lasting()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref last) % Count);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next.
            }
        }
    }
}
