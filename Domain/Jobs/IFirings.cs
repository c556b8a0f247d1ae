namespace Restaurant.Domain.Jobs;

/// <summary>The schedules as the clock sees them.</summary>
public interface IFirings
{
    /// <summary>Makes sure that every job's built-in schedule is there and, where nobody changed it, as the job says.</summary>
    Task PutBuiltInsAsync(CancellationToken cancellationToken);

    /// <summary>When each schedule wants to be woken: its next firing or the end of its pause.</summary>
    Task<IReadOnlyDictionary<Guid, DateTimeOffset>> AlarmsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Fires what is due of a schedule and ends a pause that is over, in one transaction. Each planned time becomes at most one run, however often and on however
    /// many nodes this is called.
    /// </summary>
    /// <returns>When to wake it next; null for never.</returns>
    Task<DateTimeOffset?> FireAsync(Guid scheduleId, CancellationToken cancellationToken);
}

/// <summary>Wakes one node of all at given moments, over restarts.</summary>
public interface IAlarms
{
    /// <param name="ring">Called on one node for each alarm; may be called again when a node died meanwhile. Returns the next moment, or null for none.</param>
    Task StartAsync(Func<Guid, CancellationToken, Task<DateTimeOffset?>> ring, CancellationToken cancellationToken);

    /// <summary>Sets, moves or (null) removes an alarm.</summary>
    Task SetAsync(Guid scheduleId, DateTimeOffset? at, CancellationToken cancellationToken);

    /// <summary>The alarms of schedules that are set, by any node.</summary>
    Task<IReadOnlyDictionary<Guid, DateTimeOffset>> SetAlarmsAsync(CancellationToken cancellationToken);

    Task StopAsync(CancellationToken cancellationToken);
}
