using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Web.Security;

/// <summary>How often one address may try to sign in, and how often an account that does not exist: as often as one that does.</summary>
internal sealed class SignInLimits(IConfiguration configuration, SharedAllowances shared) : IDisposable
{
    private const int UnknownTries = 5;
    private static readonly TimeSpan UnknownWindow = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AddressWindow = TimeSpan.FromMinutes(1);
    private readonly bool isShared = DatabaseRegistration.IsPostgres(DatabaseRegistration.ConnectionString(configuration));
    private readonly int perMinute = configuration.GetValue("SignIn:PerMinute", 20);

    private readonly PartitionedRateLimiter<string> unknownAccounts = PartitionedRateLimiter.Create<string, string>(account =>
        RateLimitPartition.GetFixedWindowLimiter(account, _ => new() { PermitLimit = UnknownTries, Window = UnknownWindow }));

    private PartitionedRateLimiter<string>? addresses;

    private PartitionedRateLimiter<string> Addresses => LazyInitializer.EnsureInitialized(ref addresses, () =>
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetSlidingWindowLimiter(
            address, _ => new() { PermitLimit = perMinute, Window = AddressWindow, SegmentsPerWindow = 6 })));

    public async Task<bool> AllowsAsync(IPAddress? address) => isShared
        ? (await shared.TakeAsync($"sign-in/{Group(address)}", 1, perMinute, AddressWindow, CancellationToken.None)).Granted > 0
        : Addresses.AttemptAcquire(Group(address)).IsAcquired;

    public async Task<bool> AllowsUnknownAsync(string account) => isShared
        ? (await shared.TakeAsync($"account/{account.ToUpperInvariant()}", 1, UnknownTries, UnknownWindow, CancellationToken.None)).Granted > 0
        : unknownAccounts.AttemptAcquire(account.ToUpperInvariant()).IsAcquired;

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
