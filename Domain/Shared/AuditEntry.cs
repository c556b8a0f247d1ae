namespace Restaurant.Domain.Shared;

/// <summary>Who changed what, when and why. Written in the transaction of the change.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; init; }

    /// <summary>A person's e-mail, an API key's name, or the machine part that acted.</summary>
    public required string Who { get; init; }

    /// <summary>For people: "moved order 12 to ready".</summary>
    public required string What { get; init; }

    /// <summary>Feature word and id, for example "orders/0198…", so that a thing's history can be listed.</summary>
    public required string Subject { get; init; }
    public string? Why { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
}
