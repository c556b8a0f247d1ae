namespace Restaurant.Domain.Shared;

/// <summary>Reads who changed what. Entries are written by each feature, in the transaction of the change.</summary>
public interface IAuditLog
{
    /// <summary>Newest first.</summary>
    /// <param name="search">Part of who, what, why or the subject; null for all.</param>
    Task<Page<AuditEntry>> PageAsync(string? search, int skip, int take, CancellationToken cancellationToken);
}
