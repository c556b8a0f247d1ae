using System.Net;
using System.Net.Sockets;

namespace Restaurant.Infrastructure.Http;

/// <summary>
/// Calls addresses that people typed in, without becoming their way into our network. The name is resolved here, at every connect,
/// and the checked address is the one connected to, so a name that changes its mind after the check gains nothing.
/// Redirects and proxies are off: both would connect to what was not checked.
/// </summary>
public sealed class OutboundHttp : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
    private readonly OutboundRules rules;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;

    public OutboundHttp(OutboundRules rules) : this(rules, Dns.GetHostAddressesAsync)
    {
    }

    internal OutboundHttp(OutboundRules rules, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (this.rules, this.resolve) = (rules, resolve);
        Client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectCallback = async (context, cancellationToken) => await ConnectAsync(context.DnsEndPoint, cancellationToken),
        })
        {
            // Each caller sets its own, with the clock it is given.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>One for all: it keeps connections, no state. Not from the factory, whose logs would name addresses that are secrets.</summary>
    public HttpClient Client { get; }

    public void Dispose() => Client.Dispose();

    private async Task<NetworkStream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await resolve(target.Host, cancellationToken);
        if (!rules.Allows(target.Host, target.Port) && addresses.Any(address => !PublicAddresses.Contains(address)))
            throw new OutboundRefusedException(target.Host);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The host is not on the internet, and nobody allowed it.</summary>
public sealed class OutboundRefusedException(string host)
    : IOException($"{host} is not an address on the internet. If it is meant, add it to Outbound:Allow in the configuration.");
