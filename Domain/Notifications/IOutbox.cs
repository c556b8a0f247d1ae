namespace Restaurant.Domain.Notifications;

/// <summary>
/// The outbox as its pump sees it. A room gets its notices one at a time and in the order they were written:
/// only the oldest waiting row of a room can be claimed, so several nodes can pump at once.
/// </summary>
public interface IOutbox
{
    /// <summary>The name of this process; an owner's name begins with it, so that a lease it leaves behind is known to be nobody's.</summary>
    string Holder { get; }

    /// <param name="owner">Who sends to this room one notice after the other: what they still hold is theirs to take again.</param>
    Task<OutboxClaim> ClaimAsync(Room room, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Writes down what became of a claimed row and gives it free. Does nothing when the lease was lost to another node.</summary>
    Task SettleAsync(OutboxMessage row, CancellationToken cancellationToken);

    /// <summary>Marks what waits for a room that has no usable address as <see cref="OutboxStatus.NotConfigured"/>.</summary>
    /// <param name="why">For people; null when there simply is no address.</param>
    /// <param name="until">Rows written later are left: the address may have been set since it was looked up.</param>
    /// <returns>How many rows were set aside now.</returns>
    Task<int> SetAsideAsync(Room room, string? why, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The room has an address now: what was written as <see cref="OutboxStatus.NotConfigured"/> since the last look without one waits again.</summary>
    Task TakeUpAsync(Room room, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <param name="Row">Null when nothing may be sent now.</param>
/// <param name="NextAt">Where there is no row: when the room's oldest waiting row is due or its lease ends; null when none waits.</param>
public sealed record OutboxClaim(OutboxMessage? Row, DateTimeOffset? NextAt = null);
