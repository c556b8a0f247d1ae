namespace Restaurant.Domain.Jobs;

/// <summary>The schedules as the clock sees them.</summary>
public interface IFirings
{
    /// <summary>Makes sure that every job's built-in schedule is there and, where nobody changed it, as the job says.</summary>
    Task PutBuiltInsAsync(CancellationToken cancellationToken);

    /// <summary>Sets the next times anew where the restaurant's time zone is no more the one they were made with.</summary>
    Task PlanAgainAsync(CancellationToken cancellationToken);

    /// <summary>When each schedule wants to be woken: its next firing or the end of its pause.</summary>
    Task<IReadOnlyDictionary<Guid, DateTimeOffset>> AlarmsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Fires what is due of a schedule and ends a pause that is over, in one transaction. Each planned time becomes at most one run, however often and on however
    /// many nodes this is called.
    /// </summary>
    /// <returns>When to wake it next; null for never.</returns>
    Task<DateTimeOffset?> FireAsync(Guid scheduleId, CancellationToken cancellationToken);
}
