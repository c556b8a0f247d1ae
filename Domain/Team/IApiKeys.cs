namespace Restaurant.Domain.Team;

/// <summary>Keys by which other programs call the API. Only a hash is kept.</summary>
public interface IApiKeys
{
    Task<IReadOnlyList<ApiKeyCard>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The key in clear: shown once, then nobody can read it.</summary>
    Task<string> CreateAsync(string name, string role, DateTimeOffset? expiresAt, string who, CancellationToken cancellationToken);

    Task RevokeAsync(Guid id, string who, CancellationToken cancellationToken);

    /// <summary>The valid key that this is, or null; notes its use.</summary>
    Task<ApiKeyCard?> FindAsync(string key, CancellationToken cancellationToken);
}

/// <param name="Start">The first characters, by which people tell keys apart.</param>
/// <param name="UsedAt">To the minute.</param>
public sealed record ApiKeyCard(
    Guid Id, string Name, string Role, string Start, DateTimeOffset CreatedAt, string CreatedBy,
    DateTimeOffset? ExpiresAt, DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt);
