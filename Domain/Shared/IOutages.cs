namespace Restaurant.Domain.Shared;

/// <summary>Tells a database that cannot be used just now from a fault of ours.</summary>
public interface IOutages
{
    /// <summary>True where the same work will succeed once the database is back or has room again: nobody's attempt is counted for it.</summary>
    bool IsOutage(Exception? exception);
}
