using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace Restaurant.Web.Security;

/// <summary>How often one address may try to sign in, and how often an account that does not exist: as often as one that does.</summary>
internal sealed class SignInLimits(IConfiguration configuration) : IDisposable
{
    private readonly int perMinute = configuration.GetValue("SignIn:PerMinute", 20);

    private readonly PartitionedRateLimiter<string> unknownAccounts = PartitionedRateLimiter.Create<string, string>(account =>
        RateLimitPartition.GetFixedWindowLimiter(account, _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(5) }));

    private PartitionedRateLimiter<string>? addresses;

    private PartitionedRateLimiter<string> Addresses => LazyInitializer.EnsureInitialized(ref addresses, () =>
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetSlidingWindowLimiter(
            address, _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })));

    public bool Allows(IPAddress? address) => Addresses.AttemptAcquire(Group(address)).IsAcquired;

    public bool AllowsUnknown(string account) => unknownAccounts.AttemptAcquire(account.ToUpperInvariant()).IsAcquired;

    // Who holds one IPv6 address holds its whole /64.
    private static string Group(IPAddress? address) => address switch
    {
        null => "none",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    public void Dispose()
    {
        unknownAccounts.Dispose();
        addresses?.Dispose();
    }
}
