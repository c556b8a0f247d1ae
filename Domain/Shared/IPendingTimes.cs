namespace Restaurant.Domain.Shared;

/// <summary>The moments that waiting work is due at and leases end at, as stored.</summary>
public interface IPendingTimes
{
    /// <summary>
    /// Brings back what lies further ahead than anything can be due, after the clock was set back: it would wait as long as the clock was
    /// wrong. Safe to call at any time, from several nodes at once.
    /// </summary>
    /// <returns>How many rows were brought back.</returns>
    Task<int> BringBackAsync(CancellationToken cancellationToken);
}
