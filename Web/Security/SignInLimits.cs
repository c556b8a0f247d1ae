using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Web.Security;

/// <summary>
/// How often one address may try to sign in, and how often an account that does not exist: as often as one that does. Where the database cannot
/// count, on a full disk for instance, this node counts by itself: nobody guesses more often because something is broken.
/// </summary>
internal sealed class SignInLimits(IConfiguration configuration, SharedAllowances shared, IOutages outages) : IDisposable
{
    private const int UnknownTries = 5;
    private static readonly TimeSpan UnknownWindow = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AddressWindow = TimeSpan.FromMinutes(1);
    private readonly bool isShared = DatabaseRegistration.IsPostgres(DatabaseRegistration.ConnectionString(configuration));
    private readonly int perMinute = configuration.GetValue("SignIn:PerMinute", 20);

    private readonly PartitionedRateLimiter<string> accounts = PartitionedRateLimiter.Create<string, string>(account =>
        RateLimitPartition.GetFixedWindowLimiter(account, _ => new() { PermitLimit = UnknownTries, Window = UnknownWindow }));

    private PartitionedRateLimiter<string>? addresses;

    private PartitionedRateLimiter<string> Addresses => LazyInitializer.EnsureInitialized(ref addresses, () =>
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetSlidingWindowLimiter(
            address, _ => new() { PermitLimit = perMinute, Window = AddressWindow, SegmentsPerWindow = 6 })));

    public Task<bool> AllowsAsync(IPAddress? address) => TakeAsync($"sign-in/{Group(address)}", perMinute, AddressWindow, Addresses, Group(address));

    public Task<bool> AllowsUnknownAsync(string account) => TakeAsync($"account/{Key(account)}", UnknownTries, UnknownWindow, accounts, Key(account));

    /// <summary>A wrong password that the account's row could not take; false when it was one too many.</summary>
    public bool CountHere(string account) => accounts.AttemptAcquire(Key(account)).IsAcquired && !IsClosedHere(account);

    public bool IsClosedHere(string account) => !accounts.AttemptAcquire(Key(account), permitCount: 0).IsAcquired;

    private async Task<bool> TakeAsync(string key, int limit, TimeSpan window, PartitionedRateLimiter<string> here, string keyHere)
    {
        try
        {
            if (isShared)
                return (await shared.TakeAsync(key, 1, limit, window, CancellationToken.None)).Granted > 0;
        }
        catch (Exception exception) when (outages.IsOutage(exception))
        {
            // Counted below.
        }

        return here.AttemptAcquire(keyHere).IsAcquired;
    }

    private static string Key(string account) => account.ToUpperInvariant();

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
        accounts.Dispose();
        addresses?.Dispose();
    }
}
