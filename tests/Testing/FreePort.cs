using System.Net;
using System.Net.Sockets;

namespace Restaurant.Testing;

public static class FreePort
{
    /// <summary>
    /// It lies below those that outgoing connections are given: before the server sits there, and while one that is stopped and started again
    /// is down, nobody else may, and who tries to connect must not meet himself.
    /// </summary>
    public static int Lasting()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
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
