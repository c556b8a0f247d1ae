using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Settings;

/// <summary>
/// What the database holds sealed must open with this node's master key. Found out at the start, before a new key is made: else the first to
/// notice would be a room that hears of no order.
/// </summary>
internal sealed class MasterKeyCheck(IDbContextFactory<RestaurantDb> databases, MasterKey key, IConfiguration configuration)
{
    private const string GoOn = "If it is lost, start with --Restaurant:NewKey=true: people sign in again, and the secrets are entered again in Settings.";

    /// <exception cref="UnusableSettingException">The key is missing, or another one.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetValue<bool>("Restaurant:NewKey"))
            return;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var ring = await database.Set<DataProtectionKey>().AsNoTracking().Select(element => element.Xml).ToListAsync(cancellationToken);
        var closed = ring.SelectMany(xml => XElement.Parse(xml).DescendantsAndSelf(KeyRingEncryption.Element)).ToList();
        if (closed.Count == 0)
            return;
        var file = MasterKey.PathIn(configuration);
        if (file is not null && !File.Exists(file))
            throw new UnusableSettingException($"{file} is missing, and the database holds secrets that only it opens. Bring it back from the backup. {GoOn}");
        if (!key.Exists)
            throw new UnusableSettingException($"Restaurant:Key is not set, and the database holds secrets that only it opens. Set it to what it was, the same on all nodes. {GoOn}");

        // One that is damaged says so itself.
        _ = key.Value;
        if (!closed.Exists(Opens))
            throw new UnusableSettingException($"{file ?? "Restaurant:Key"} is another key than the one that the database's secrets are sealed with. Bring the right one back. {GoOn}");
    }

    private bool Opens(XElement element)
    {
        try
        {
            KeyRingEncryption.Open(element, key);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
