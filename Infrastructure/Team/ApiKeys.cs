using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Team;

internal sealed partial class ApiKeys(IDbContextFactory<RestaurantDb> databases, IOutages outages, TimeProvider clock, ILogger<ApiKeys> logger) : IApiKeys
{
    private const string Prefix = "rk_";

    // A program that sends thousands of messages a second shows the same key with each. What another node revokes is noticed after this long.
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, (ApiKeyCard Card, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<ApiKeyCard>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var keys = await database.Set<ApiKey>().AsNoTracking().OrderByDescending(key => key.CreatedAt).ToListAsync(cancellationToken);
        return [.. keys.Select(Card)];
    }

    public async Task<string> CreateAsync(string name, string role, DateTimeOffset? expiresAt, string who, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 100)
            throw new InvalidOperationException("Give the key a name of at most 100 characters that says which program uses it.");
        if (!Role.All.Contains(role))
            throw new InvalidOperationException($"There is no role '{role}'. Take one of: {string.Join(", ", Role.All)}.");
        if (expiresAt <= clock.GetUtcNow())
            throw new InvalidOperationException("The key would have ended already. Choose a day in the future.");

        var secret = Prefix + Secrets.New();
        var key = new ApiKey
        {
            Name = name.Trim(),
            Role = role,
            Start = secret[..8],
            KeyHash = Secrets.Hash(secret),
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = who,
            ExpiresAt = expiresAt,
        };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Add(key);
        database.Audit.Add(Entry(key, who, $"created the API key {key.Name} for the role {role}"));
        await database.SaveChangesAsync(cancellationToken);
        return secret;
    }

    public async Task RevokeAsync(Guid id, string who, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var key = await database.Set<ApiKey>().SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken)
            ?? throw new InvalidOperationException("That key is gone. Reload the page.");
        if (key.RevokedAt is not null)
            return;
        key.RevokedAt = clock.GetUtcNow();
        database.Audit.Add(Entry(key, who, $"revoked the API key {key.Name}"));
        await database.SaveChangesAsync(cancellationToken);
        known.Clear();
    }

    public async Task<ApiKeyCard?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var hash = Secrets.Hash(key);
        var now = clock.GetUtcNow();
        if (known.TryGetValue(hash, out var believed) && now < believed.Until && !(believed.Card.ExpiresAt <= now))
            return believed.Card;
        known.TryRemove(hash, out _);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.Set<ApiKey>().AsNoTracking().SingleOrDefaultAsync(candidate => candidate.KeyHash == hash, cancellationToken);
        if (found is null || found.RevokedAt is not null || found.ExpiresAt <= now)
            return null;

        // To the minute is enough, and spares a write on every call.
        if (found.UsedAt is null || now - found.UsedAt > TimeSpan.FromMinutes(1))
            await NoteUseAsync(database, found, now, cancellationToken);

        var card = Card(found);
        known[hash] = (card, now + Believed);
        return card;
    }

    // Where nothing can be written, on a full disk for instance, whoever only wants to read is let in all the same.
    private async Task NoteUseAsync(RestaurantDb database, ApiKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await database.Set<ApiKey>().Where(candidate => candidate.Id == key.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.UsedAt, now), cancellationToken);
        }
        catch (Exception exception) when (outages.IsOutage(exception))
        {
            Log.UseNotNoted(logger, key.Name, exception);
        }
    }

    private AuditEntry Entry(ApiKey key, string who, string what) =>
        new() { At = clock.GetUtcNow(), Who = who, What = what, Subject = $"team/keys/{key.Id}" };

    private static ApiKeyCard Card(ApiKey key) =>
        new(key.Id, key.Name, key.Role, key.Start, key.CreatedAt, key.CreatedBy, key.ExpiresAt, key.UsedAt, key.RevokedAt);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "When the API key {Name} was last used could not be noted.")]
        public static partial void UseNotNoted(ILogger logger, string name, Exception exception);
    }
}
