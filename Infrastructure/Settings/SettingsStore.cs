using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Restaurant.Domain.Live;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Settings;

internal sealed class SettingsStore(
    IDbContextFactory<RestaurantDb> databases, IDataProtectionProvider protection, IConfiguration configuration, ChangeFeed changes, TimeProvider clock)
    : ISettings
{
    private const string RestaurantKey = "restaurant";

    // Not JsonColumn's options: those leave out zeros, and a turn of 0 seconds is not the default.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true };
    private readonly IDataProtector protector = protection.CreateProtector("Restaurant.Settings.Secrets");
    private readonly Lock gate = new();
    private volatile RestaurantSettings? current;
    private volatile int saves;

    // Read once where nothing has read it yet: commands have no background refresh.
    public RestaurantSettings Current => current ?? ReadOnce();

    // What was read while somebody here saved may be older than what was saved: it is read again.
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        for (var isOld = true; isOld;)
        {
            var before = saves;
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var read = Parse(await ValueAsync(database, RestaurantKey, cancellationToken));
            lock (gate)
            {
                isOld = saves != before;
                if (!isOld)
                    current = read;
            }
        }
    }

    public async Task SaveAsync(RestaurantSettings settings, string who, CancellationToken cancellationToken)
    {
        if (SettingsRules.Problems(settings) is { Count: > 0 } problems)
            throw new InvalidOperationException(string.Join(' ', problems));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var before = await ValueAsync(database, RestaurantKey, cancellationToken);
        var after = JsonSerializer.Serialize(settings, Json);
        await WriteAsync(database, RestaurantKey, after, Entry(who, "changed the restaurant's settings", RestaurantKey, before, after), cancellationToken);
        lock (gate)
        {
            saves++;
            current = settings;
        }

        changes.Publish(Topic.Settings);
    }

    public async Task<string?> SecretAsync(string name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ValueAsync(database, SecretKey(name), cancellationToken) is { } cipher
            ? Open(name, cipher)
            : Configured(name);
    }

    public async Task<SecretState> SecretStateAsync(string name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await ValueAsync(database, SecretKey(name), cancellationToken) is not { } cipher)
            return Configured(name) is { } configured ? SecretState.Of(configured, SecretSource.Configuration) : SecretState.NotSet;
        return Opened(cipher) is { } secret ? SecretState.Of(secret, SecretSource.Browser) : new(SecretSource.Unreadable, "");
    }

    public async Task SaveSecretAsync(string name, string? value, string who, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var cipher = string.IsNullOrWhiteSpace(value) ? null : protector.Protect(value.Trim());

        // The audit says that it changed, never to what.
        var entry = Entry(who, cipher is null ? $"removed the secret {name}" : $"set the secret {name}", name, null, null);
        await WriteAsync(database, SecretKey(name), cipher, entry, cancellationToken);
        changes.Publish(Topic.Settings);
    }

    public async Task<string> SecretOrNewAsync(string name, Func<string> make, string who, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if ((Opened(await ValueAsync(database, SecretKey(name), cancellationToken)) ?? Configured(name)) is { } kept)
            return kept;

        // Sealed before: the ring of keys may have to be written for it, and SQLite lets nobody else write meanwhile.
        var made = make();
        var cipher = protector.Protect(made);
        await using var transaction = await AloneAsync(database, cancellationToken);
        if (Opened(await ValueAsync(database, SecretKey(name), cancellationToken)) is { } another)
            return another;
        await ChangeAsync(database, SecretKey(name), cipher, Entry(who, $"made the secret {name}", name, null, null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return made;
    }

    private string? Configured(string name) => configuration[name] is { Length: > 0 } configured ? configured : null;

    private string Open(string name, string cipher) => Opened(cipher) ?? throw new InvalidOperationException(
        $"The stored secret {name} cannot be opened with this node's key. Enter it again in Settings, or restore Restaurant:Key or master.key.");

    private string? Opened(string? cipher)
    {
        try
        {
            return cipher is null ? null : protector.Unprotect(cipher);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string SecretKey(string name) => $"secret:{name}";

    private RestaurantSettings ReadOnce()
    {
        using var database = databases.CreateDbContext();
        var read = Parse(database.Set<Setting>().AsNoTracking().SingleOrDefault(setting => setting.Key == RestaurantKey)?.Value);
        lock (gate)
            return current ??= read;
    }

    private RestaurantSettings Parse(string? json) => json is null
        ? configuration.GetSection("Restaurant").Get<RestaurantSettings>() ?? new()
        : JsonSerializer.Deserialize<RestaurantSettings>(json, Json)!;

    private AuditEntry Entry(string who, string what, string subject, string? before, string? after) =>
        new() { At = clock.GetUtcNow(), Who = who, What = what, Subject = $"settings/{subject}", Before = before, After = after };

    private static Task<string?> ValueAsync(RestaurantDb database, string key, CancellationToken cancellationToken) =>
        database.Set<Setting>().AsNoTracking().Where(setting => setting.Key == key).Select(setting => (string?)setting.Value)
            .SingleOrDefaultAsync(cancellationToken);

    private async Task WriteAsync(RestaurantDb database, string key, string? value, AuditEntry entry, CancellationToken cancellationToken)
    {
        await using var transaction = await AloneAsync(database, cancellationToken);
        await ChangeAsync(database, key, value, entry, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Two who set the same thing for the first time would both add its row. SQLite lets one in at a time by itself.
    private static async Task<IDbContextTransaction> AloneAsync(RestaurantDb database, CancellationToken cancellationToken)
    {
        var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (database.IsPostgres)
            await database.Database.ExecuteSqlRawAsync(AdvisoryLocks.Settings, cancellationToken);
        return transaction;
    }

    private async Task ChangeAsync(RestaurantDb database, string key, string? value, AuditEntry entry, CancellationToken cancellationToken)
    {
        var setting = await database.Set<Setting>().SingleOrDefaultAsync(candidate => candidate.Key == key, cancellationToken);
        if (setting is null && value is not null)
            database.Add(new Setting { Key = key, Value = value, UpdatedAt = clock.GetUtcNow() });
        else if (setting is not null && value is null)
            database.Remove(setting);
        else if (setting is not null)
            (setting.Value, setting.UpdatedAt) = (value!, clock.GetUtcNow());
        database.Audit.Add(entry);
        await database.SaveChangesAsync(cancellationToken);
    }
}
