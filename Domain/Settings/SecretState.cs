namespace Restaurant.Domain.Settings;

/// <summary>What may be shown of a secret: that it is there, where it comes from and how it ends, never the whole.</summary>
/// <param name="Ending">At most four characters; empty for a short secret, of which four would give too much away.</param>
public sealed record SecretState(SecretSource Source, string Ending)
{
    private const int LongEnough = 16;

    public static SecretState NotSet { get; } = new(SecretSource.None, "");

    public bool IsSet => Source != SecretSource.None;

    public static SecretState Of(string secret, SecretSource source) => new(source, secret.Length >= LongEnough ? secret[^4..] : "");
}

public enum SecretSource
{
    None,

    /// <summary>Entered by the owner; wins over configuration.</summary>
    Browser,
    Configuration,

    /// <summary>Stored, but this node's key cannot open it: it must be entered again.</summary>
    Unreadable,
}
