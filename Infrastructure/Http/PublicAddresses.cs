using System.Net;
using System.Net.Sockets;

namespace Restaurant.Infrastructure.Http;

/// <summary>Tells addresses on the internet from those of this machine, its network, or its cloud.</summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic = [.. ((string[])[
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

        // Of IPv6 only 2000::/3 is handed out; within it, these carry an IPv4 address or are for documentation.
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    ]).Select(IPNetwork.Parse)];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(address))
            return false;
        return !NotPublic.Any(network => network.Contains(address));
    }
}
