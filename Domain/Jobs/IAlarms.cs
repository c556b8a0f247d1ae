namespace Restaurant.Domain.Jobs;

/// <summary>Wakes one node of all at given moments, over restarts.</summary>
public interface IAlarms
{
    /// <param name="ring">Called on one node for each alarm, and again when that node died meanwhile. Returns the next moment, or null for none.</param>
    Task StartAsync(Func<Guid, CancellationToken, Task<DateTimeOffset?>> ring, CancellationToken cancellationToken);

    /// <summary>Makes the alarms those that are wanted.</summary>
    /// <param name="thoroughly">Looks at what is really set, instead of trusting what this node remembers of it.</param>
    Task AlignAsync(IReadOnlyDictionary<Guid, DateTimeOffset> wanted, bool thoroughly, CancellationToken cancellationToken);

    Task StopAsync(CancellationToken cancellationToken);
}
