namespace Restaurant.Domain.Settings;

/// <summary>The owner's settings and secrets. A change is seen on every node within a second.</summary>
public interface ISettings
{
    /// <summary>The newest settings known to this node; never waits.</summary>
    RestaurantSettings Current { get; }

    /// <exception cref="InvalidOperationException">A value cannot be used; the message says which and why.</exception>
    Task SaveAsync(RestaurantSettings settings, string who, CancellationToken cancellationToken);

    /// <summary>A secret in clear, for the part that sends with it; null when not set. Set in the browser (encrypted at rest) or by configuration.</summary>
    Task<string?> SecretAsync(string name, CancellationToken cancellationToken);

    /// <summary>What a page may say about a secret.</summary>
    Task<SecretState> SecretStateAsync(string name, CancellationToken cancellationToken);

    /// <summary>Null or empty removes it; what configuration says then counts again.</summary>
    Task SaveSecretAsync(string name, string? value, string who, CancellationToken cancellationToken);

    /// <summary>
    /// The secret as it is kept; where none is that opens with this node's key, what <paramref name="make"/> gives is kept from now on.
    /// All who ask at once, on any node, get the same.
    /// </summary>
    Task<string> SecretOrNewAsync(string name, Func<string> make, string who, CancellationToken cancellationToken);
}
